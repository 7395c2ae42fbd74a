from django import template

from hengcai.web.appraisal.patterns_said import chance_of_finding, chance_of_rater

register = template.Library()
register.filter("chance_of_finding", chance_of_finding)
register.filter("chance_of_rater", chance_of_rater)
