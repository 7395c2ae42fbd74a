"""Statistics of fair measurement: agreement, reliability, sampling, estimates that join people's scores with machines'.

Plain Python, NumPy and SciPy; knows nothing of the web application. Functions take plain sequences and return frozen
results; too little data or bad data is a refusal with a name, never a NaN.
"""
