using FundTracker.Domain.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class RegistryEntryConfiguration : IEntityTypeConfiguration<RegistryEntry>
{
    /// <summary>Triggers of the migration Registry let an entry be decided once, and refuse every other change and every deletion.</summary>
    public void Configure(EntityTypeBuilder<RegistryEntry> entry)
    {
        entry.ToTable("RegistryEntries", built => built.HasTrigger("RegistryEntries_DecidedOnce"));
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => new { e.MotherFund, e.State, e.DecidedAt });
        entry.Ignore(e => e.Origin);
        entry.Property(e => e.Subject).HasMaxLength(40).IsUnicode(false);
        entry.Property(e => e.Event).HasConversion(new RegistryJson.Converter(), RegistryJson.Comparer);
        entry.Property(e => e.InventedFields).HasMaxLength(300);
        entry.Property(e => e.Source).HasMaxLength(1000);
        entry.Property(e => e.RecordedBy).HasMaxLength(100);
        entry.Property(e => e.DecidedBy).HasMaxLength(100);
        entry.Property(e => e.Reason).HasMaxLength(1000);
        entry.Property(e => e.Version).IsConcurrencyToken();
    }
}
