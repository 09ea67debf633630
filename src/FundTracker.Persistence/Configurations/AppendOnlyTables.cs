using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

/// <summary>
/// Tables that are only added to. Triggers of the migration TriggersAndViews refuse every change and deletion; the model names one,
/// because SQL Server takes no OUTPUT clause on a table that has triggers.
/// </summary>
internal static class AppendOnlyTables
{
    public static void ToAppendOnlyTable<T>(this EntityTypeBuilder<T> entity, string table)
        where T : class =>
        entity.ToTable(table, built => built.HasTrigger(table + "_AppendOnly"));
}
