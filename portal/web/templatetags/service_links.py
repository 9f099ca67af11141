"""The address of an online service, in a template."""

from django import template

from portal.web import own_services

register = template.Library()

register.filter("address", own_services.service_address)
