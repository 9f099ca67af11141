"""The caisses' reply templates: edited here by supervisors, used in desk."""
