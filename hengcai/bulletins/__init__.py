"""业务通知, 必读签收 and 抽测; 知识库纠错: what changes in the business and who has read it; what the knowledge base has wrong."""
