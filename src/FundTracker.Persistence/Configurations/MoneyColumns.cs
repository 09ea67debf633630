using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

/// <summary>Money as two plain columns, minor units and currency code, so that both engines sum and sort it themselves.</summary>
internal static class MoneyColumns
{
    public static void Name(ComplexPropertyBuilder<Money> money)
    {
        money.Property(m => m.MinorUnits).HasColumnName("AmountMinor");
        money.Property(m => m.Currency).HasColumnName("Currency");
    }
}
