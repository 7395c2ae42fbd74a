"""How duties reach people outside the application: by e-mail, and by the group robots of WeCom, DingTalk and Feishu."""
