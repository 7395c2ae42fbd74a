"""师带徒 and 上岗证: who brings a newcomer on, what they saw of each other's work, and who may take contacts alone."""
