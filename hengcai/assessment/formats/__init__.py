"""Questions in the formats other programs write and read: GIFT, Moodle XML, QTI 2.1 and 3.0, workbooks, JSON lines; no Django."""
