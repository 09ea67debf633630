using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class NodeConfiguration : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> node)
    {
        node.ToTable("Nodes");
        node.HasKey(n => n.Id);
        node.Property(n => n.Id).ValueGeneratedNever();
        node.HasDiscriminator(n => n.Kind)
            .HasValue<Investor>(NodeKind.Investor)
            .HasValue<MotherFund>(NodeKind.MotherFund)
            .HasValue<SubFund>(NodeKind.SubFund)
            .HasValue<PortfolioCompany>(NodeKind.PortfolioCompany);
        node.Property(n => n.Code).HasMaxLength(40).IsUnicode(false);
        node.HasIndex(n => new { n.MotherFund, n.Code }).IsUnique();
        node.HasIndex(n => new { n.Kind, n.Code });
        node.ComplexProperty(n => n.Name, name =>
        {
            name.Property(x => x.Zh).HasColumnName("NameZh").HasMaxLength(300);
            name.Property(x => x.En).HasColumnName("NameEn").HasMaxLength(300);
        });
    }
}

internal sealed class FundConfiguration : IEntityTypeConfiguration<Fund>
{
    public void Configure(EntityTypeBuilder<Fund> fund) => fund.Property(f => f.Currency).HasColumnName("Currency");
}

internal sealed class MotherFundConfiguration : IEntityTypeConfiguration<MotherFund>
{
    public void Configure(EntityTypeBuilder<MotherFund> fund) => fund.Property(f => f.Family).HasMaxLength(40).IsUnicode(false);
}

internal sealed class PortfolioCompanyConfiguration : IEntityTypeConfiguration<PortfolioCompany>
{
    public void Configure(EntityTypeBuilder<PortfolioCompany> company) => company.HasIndex(c => c.CreditCode);
}

internal sealed class FinancingRoundConfiguration : IEntityTypeConfiguration<FinancingRound>
{
    public void Configure(EntityTypeBuilder<FinancingRound> round)
    {
        round.ToTable("FinancingRounds");
        round.HasKey(r => r.Id);
        round.Property(r => r.Id).ValueGeneratedNever();
        round.HasIndex(r => new { r.MotherFund, r.Company });
        round.Property(r => r.Name).HasMaxLength(100);
        round.Property(r => r.CoInvestors).HasMaxLength(2000);
    }
}
