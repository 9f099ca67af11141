"""The long poll of ``GET /changes``: waits before Django, holding no thread and no connection.

Django's asynchronous views hold both for each idle client; 200 of them exhausted the pool and
ordinary requests timed out (architecture.md, « waiting clients »).
"""
