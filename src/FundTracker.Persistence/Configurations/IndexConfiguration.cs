using FundTracker.Domain.Indices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class MarketIndexConfiguration : IEntityTypeConfiguration<MarketIndex>
{
    public void Configure(EntityTypeBuilder<MarketIndex> index)
    {
        index.ToTable("MarketIndices");
        index.HasKey(i => i.Code);
        index.Property(i => i.Code).HasMaxLength(40).IsUnicode(false);
        index.ComplexProperty(i => i.Name, name =>
        {
            name.Property(n => n.Zh).HasColumnName("NameZh").HasMaxLength(200);
            name.Property(n => n.En).HasColumnName("NameEn").HasMaxLength(200);
        });
        index.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class IndexLevelConfiguration : IEntityTypeConfiguration<IndexLevel>
{
    public void Configure(EntityTypeBuilder<IndexLevel> level)
    {
        level.ToAppendOnlyTable("IndexLevels");
        level.HasKey(l => new { l.Index, l.Date, l.RecordedAt });
        level.Property(l => l.Index).HasMaxLength(40).IsUnicode(false);
        level.Property(l => l.RecordedBy).HasMaxLength(100);
        level.HasOne<MarketIndex>().WithMany().HasForeignKey(l => l.Index).OnDelete(DeleteBehavior.Restrict);
    }
}
