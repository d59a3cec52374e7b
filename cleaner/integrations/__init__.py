"""Where teams work: pandas, pytest and Scrapy. Each module loads only when it is asked for, and only then its host."""
