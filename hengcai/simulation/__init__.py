"""Branching scenarios (情景模拟): stories one plays choice by choice, each choice marked by competency; no model is needed."""
