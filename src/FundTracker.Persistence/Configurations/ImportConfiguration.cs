using FundTracker.Application.Imports;
using FundTracker.Domain.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.ToTable("ImportBatches");
        batch.HasKey(b => b.Id);
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.HasIndex(b => new { b.Books, b.State });
        batch.Property(b => b.Books).HasMaxLength(40).IsUnicode(false);
        batch.Property(b => b.FileName).HasMaxLength(300);
        batch.Property(b => b.Sha256).HasMaxLength(64).IsUnicode(false);
        batch.Property(b => b.RecordedBy).HasMaxLength(100);
        batch.Property(b => b.DecidedBy).HasMaxLength(100);
        batch.Property(b => b.Reason).HasMaxLength(1000);
        batch.Property(b => b.OverrideReason).HasMaxLength(1000);
        batch.Property(b => b.Overridden).HasMaxLength(ForeseenRules.NamesLengthMax);
        batch.Property(b => b.Version).IsConcurrencyToken();
    }
}

internal sealed class ImportedRowConfiguration : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> row)
    {
        row.ToTable("ImportedRows");
        row.HasKey(r => new { r.MotherFund, r.Sheet, r.Ref });
        row.Property(r => r.Sheet).HasMaxLength(40).IsUnicode(false);
        row.Property(r => r.Ref).HasMaxLength(120);
        row.Property(r => r.Target).HasMaxLength(60).IsUnicode(false);
    }
}

internal sealed class SavedMappingConfiguration : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> mapping)
    {
        mapping.ToTable("ColumnMappings");
        mapping.HasKey(m => new { m.Books, m.Name });
        mapping.Property(m => m.Books).HasMaxLength(40).IsUnicode(false);
        mapping.Property(m => m.Name).HasMaxLength(100);
        mapping.Property(m => m.RecordedBy).HasMaxLength(100);
        mapping.Property(m => m.Version).IsConcurrencyToken();
    }
}
