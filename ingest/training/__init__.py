"""Programs that make the data in ``corpus`` from public text; none of them runs when Plansvar is used."""
