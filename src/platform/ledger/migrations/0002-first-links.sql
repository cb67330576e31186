create index chain_first on chain (district) where position = 1;
