"""Every sentence of reports and home pages, whole, in both languages."""

from hengcai.base.say import gathered

WORDS = gathered(__name__)
