using FundTracker.Domain.Indices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class BenchmarkTableConfiguration : IEntityTypeConfiguration<BenchmarkTable>
{
    public void Configure(EntityTypeBuilder<BenchmarkTable> table)
    {
        table.ToTable("BenchmarkTables");
        table.HasKey(t => t.Code);
        table.Property(t => t.Code).HasMaxLength(40).IsUnicode(false);
        table.ComplexProperty(t => t.Name, name =>
        {
            name.Property(n => n.Zh).HasColumnName("NameZh").HasMaxLength(200);
            name.Property(n => n.En).HasColumnName("NameEn").HasMaxLength(200);
        });
        table.Property(t => t.Version).IsConcurrencyToken();
    }
}

internal sealed class BenchmarkEntryConfiguration : IEntityTypeConfiguration<BenchmarkEntry>
{
    public void Configure(EntityTypeBuilder<BenchmarkEntry> entry)
    {
        entry.ToAppendOnlyTable("BenchmarkEntries");
        entry.HasKey(e => new { e.Table, e.Vintage, e.Measure, e.AsOf, e.RecordedAt });
        entry.Property(e => e.Table).HasMaxLength(40).IsUnicode(false);
        entry.Property(e => e.Source).HasMaxLength(BenchmarkQuartiles.SourceLengthMax);
        entry.Property(e => e.RecordedBy).HasMaxLength(100);
        entry.Ignore(e => e.Quartiles);
        entry.HasOne<BenchmarkTable>().WithMany().HasForeignKey(e => e.Table).OnDelete(DeleteBehavior.Restrict);
    }
}
