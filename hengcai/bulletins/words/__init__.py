"""Every sentence this package says, whole, in both languages."""

from hengcai.base.say import gathered

WORDS = gathered(__name__)
