using FundTracker.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class BookConfiguration : IEntityTypeConfiguration<Book>
{
    public void Configure(EntityTypeBuilder<Book> book)
    {
        book.ToTable("Books");
        book.HasKey(b => b.MotherFund);
        book.Property(b => b.MotherFund).ValueGeneratedNever();
        book.HasIndex(b => b.Chain).IsUnique();
        book.Property(b => b.LedgerHash).HasMaxLength(32);
        book.Property(b => b.FactHash).HasMaxLength(32);
        book.Property(b => b.Version).IsConcurrencyToken();
        book.HasMany(b => b.PeriodEvents).WithOne().HasForeignKey(e => e.MotherFund).OnDelete(DeleteBehavior.Restrict);
        book.Navigation(b => b.PeriodEvents).HasField("periodEvents").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PeriodEventConfiguration : IEntityTypeConfiguration<PeriodEvent>
{
    public void Configure(EntityTypeBuilder<PeriodEvent> happened)
    {
        happened.ToAppendOnlyTable("PeriodEvents");
        happened.HasKey(e => new { e.MotherFund, e.Number });
        happened.Property(e => e.Number).ValueGeneratedNever();
        happened.Property(e => e.By).HasMaxLength(100);
        happened.Property(e => e.Reason).HasMaxLength(1000);
    }
}

internal sealed class LedgerLineConfiguration : IEntityTypeConfiguration<LedgerLine>
{
    public void Configure(EntityTypeBuilder<LedgerLine> line)
    {
        line.ToAppendOnlyTable("LedgerLines");
        line.HasKey(l => l.Id);
        line.Property(l => l.Id).ValueGeneratedNever();
        line.HasIndex(l => new { l.Chain, l.Sequence }).IsUnique();
        line.HasIndex(l => new { l.Chain, l.Reverses }).IsUnique();
        line.HasIndex(l => l.Edge);
        line.HasIndex(l => l.Call);
        line.HasIndex(l => new { l.Chain, l.Reference });
        line.ComplexProperty(l => l.Amount, MoneyColumns.Name);
        line.Property(l => l.RecordedBy).HasMaxLength(100);
        line.Property(l => l.ApprovedBy).HasMaxLength(100);
        line.Property(l => l.Reference).HasMaxLength(200);
        line.Property(l => l.Note).HasMaxLength(1000);
        line.Property(l => l.Hash).HasMaxLength(32);
        line.HasOne<Edge>().WithMany().HasForeignKey(l => l.Edge).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> fact)
    {
        fact.ToAppendOnlyTable("Facts");
        fact.HasKey(f => f.Id);
        fact.Property(f => f.Id).ValueGeneratedNever();
        fact.HasIndex(f => new { f.Chain, f.Sequence }).IsUnique();
        fact.Property(f => f.Name).HasMaxLength(100);
        fact.Property(f => f.Value).HasMaxLength(1000);
        fact.Property(f => f.RecordedBy).HasMaxLength(100);
        fact.Property(f => f.ApprovedBy).HasMaxLength(100);
        fact.Property(f => f.Hash).HasMaxLength(32);
    }
}

internal sealed class EdgeConfiguration : IEntityTypeConfiguration<Edge>
{
    public void Configure(EntityTypeBuilder<Edge> edge)
    {
        edge.ToAppendOnlyTable("Edges");
        edge.HasKey(e => e.Id);
        edge.Property(e => e.Id).ValueGeneratedNever();
        edge.HasIndex(e => new { e.MotherFund, e.Kind, e.Holder, e.Investee, e.Currency }).IsUnique();
        edge.HasIndex(e => e.Investee);
        edge.HasOne<Domain.Funds.Node>().WithMany().HasForeignKey(e => e.Holder).OnDelete(DeleteBehavior.Restrict);
        edge.HasOne<Domain.Funds.Node>().WithMany().HasForeignKey(e => e.Investee).OnDelete(DeleteBehavior.Restrict);
    }
}
