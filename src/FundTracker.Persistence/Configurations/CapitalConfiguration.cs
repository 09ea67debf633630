using FundTracker.Domain.Capital;
using FundTracker.Domain.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class CapitalCallConfiguration : IEntityTypeConfiguration<CapitalCall>
{
    public void Configure(EntityTypeBuilder<CapitalCall> call)
    {
        call.ToTable("CapitalCalls");
        call.HasKey(c => c.Id);
        call.Property(c => c.Id).ValueGeneratedNever();
        call.HasIndex(c => new { c.Fund, c.Number }).IsUnique();
        call.HasIndex(c => c.MotherFund);
        call.Ignore(c => c.Amount);
        call.Property(c => c.OverrideReason).HasMaxLength(1000);
        call.Property(c => c.Overridden).HasMaxLength(ForeseenRules.NamesLengthMax);
        call.Property(c => c.Reason).HasMaxLength(1000);
        call.Property(c => c.RecordedBy).HasMaxLength(100);
        call.Property(c => c.SubmittedBy).HasMaxLength(100);
        call.Property(c => c.DecidedBy).HasMaxLength(100);
        call.Property(c => c.Version).IsConcurrencyToken();
        call.HasMany(c => c.Shares).WithOne().HasForeignKey(s => s.Call).OnDelete(DeleteBehavior.Cascade);
        call.Navigation(c => c.Shares).HasField("shares").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class CallShareConfiguration : IEntityTypeConfiguration<CallShare>
{
    public void Configure(EntityTypeBuilder<CallShare> share)
    {
        share.ToTable("CapitalCallShares");
        share.HasKey(s => new { s.Call, s.Item, s.Place });
        share.Property(s => s.Item).ValueGeneratedNever();
        share.Property(s => s.Place).ValueGeneratedNever();
        share.ComplexProperty(s => s.Amount, MoneyColumns.Name);
    }
}

internal sealed class ContributionPlanConfiguration : IEntityTypeConfiguration<ContributionPlan>
{
    public void Configure(EntityTypeBuilder<ContributionPlan> plan)
    {
        plan.ToTable("ContributionPlans");
        plan.HasKey(p => p.Id);
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.HasIndex(p => p.Fund).IsUnique();
        plan.HasIndex(p => p.MotherFund);
        plan.Property(p => p.RecordedBy).HasMaxLength(100);
        plan.Property(p => p.ApprovedBy).HasMaxLength(100);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasMany(p => p.Tranches).WithOne().HasForeignKey(t => t.Plan).OnDelete(DeleteBehavior.Cascade);
        plan.Navigation(p => p.Tranches).HasField("tranches").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class TrancheConfiguration : IEntityTypeConfiguration<Tranche>
{
    public void Configure(EntityTypeBuilder<Tranche> tranche)
    {
        tranche.ToTable("Tranches");
        tranche.HasKey(t => new { t.Plan, t.Number });
        tranche.Property(t => t.Number).ValueGeneratedNever();
        tranche.ComplexProperty(t => t.Amount, MoneyColumns.Name);
        tranche.Property(t => t.RecordedBy).HasMaxLength(100);
        tranche.Property(t => t.ApprovedBy).HasMaxLength(100);
        tranche.HasMany(t => t.Conditions).WithOne().HasForeignKey(c => new { c.Plan, c.Tranche }).OnDelete(DeleteBehavior.Cascade);
        tranche.Navigation(t => t.Conditions).HasField("conditions").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class TrancheConditionConfiguration : IEntityTypeConfiguration<TrancheCondition>
{
    public void Configure(EntityTypeBuilder<TrancheCondition> condition)
    {
        condition.ToTable("TrancheConditions");
        condition.HasKey(c => new { c.Plan, c.Tranche, c.Number });
        condition.Property(c => c.Tranche).ValueGeneratedNever();
        condition.Property(c => c.Number).ValueGeneratedNever();
        condition.Property(c => c.Text).HasMaxLength(1000);
        condition.Property(c => c.Value).HasMaxLength(Gate.ValueLengthMax);
        condition.Property(c => c.Evidence).HasMaxLength(1000);
        condition.Property(c => c.TickedBy).HasMaxLength(100);
        condition.Property(c => c.ApprovedBy).HasMaxLength(100);
    }
}

internal sealed class VoucherConfiguration : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> voucher)
    {
        voucher.ToTable("Vouchers");
        voucher.HasKey(v => v.Id);
        voucher.Property(v => v.Id).ValueGeneratedNever();
        voucher.HasIndex(v => new { v.MotherFund, v.State });
        voucher.HasIndex(v => v.Call);
        voucher.Property(v => v.RecordedBy).HasMaxLength(100);
        voucher.Property(v => v.DecidedBy).HasMaxLength(100);
        voucher.Property(v => v.Reason).HasMaxLength(1000);
        voucher.Property(v => v.OverrideReason).HasMaxLength(1000);
        voucher.Property(v => v.Overridden).HasMaxLength(ForeseenRules.NamesLengthMax);
        voucher.Property(v => v.Version).IsConcurrencyToken();
        voucher.HasMany(v => v.Lines).WithOne().HasForeignKey(l => l.Voucher).OnDelete(DeleteBehavior.Cascade);
        voucher.Navigation(v => v.Lines).HasField("lines").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        voucher.HasMany(v => v.Facts).WithOne().HasForeignKey(f => f.Voucher).OnDelete(DeleteBehavior.Cascade);
        voucher.Navigation(v => v.Facts).HasField("facts").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        voucher.HasMany(v => v.Steps).WithOne().HasForeignKey(s => s.Voucher).OnDelete(DeleteBehavior.Cascade);
        voucher.Navigation(v => v.Steps).HasField("steps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class VoucherFactConfiguration : IEntityTypeConfiguration<VoucherFact>
{
    public void Configure(EntityTypeBuilder<VoucherFact> fact)
    {
        fact.ToTable("VoucherFacts");
        fact.HasKey(f => new { f.Voucher, f.Number });
        fact.Property(f => f.Number).ValueGeneratedNever();
        fact.Property(f => f.Name).HasMaxLength(100);
        fact.Property(f => f.Value).HasMaxLength(1000);
    }
}

internal sealed class PlanStepConfiguration : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> step)
    {
        step.ToTable("VoucherPlanSteps");
        step.HasKey(s => new { s.Voucher, s.Number });
        step.Property(s => s.Number).ValueGeneratedNever();
        step.ComplexProperty(s => s.Amount, MoneyColumns.Name);
        step.Property(s => s.Text).HasMaxLength(1000);
        step.Property(s => s.Value).HasMaxLength(Gate.ValueLengthMax);
    }
}

internal sealed class VoucherLineConfiguration : IEntityTypeConfiguration<VoucherLine>
{
    public void Configure(EntityTypeBuilder<VoucherLine> line)
    {
        line.ToTable("VoucherLines");
        line.HasKey(l => new { l.Voucher, l.Number });
        line.Property(l => l.Number).ValueGeneratedNever();
        line.ComplexProperty(l => l.Amount, MoneyColumns.Name);
        line.Property(l => l.Reference).HasMaxLength(200);
        line.Property(l => l.Note).HasMaxLength(1000);
    }
}

internal sealed class SourceDocumentConfiguration : IEntityTypeConfiguration<SourceDocument>
{
    public void Configure(EntityTypeBuilder<SourceDocument> document)
    {
        document.ToTable("Documents");
        document.HasKey(d => d.Id);
        document.Property(d => d.Id).ValueGeneratedNever();
        document.HasIndex(d => d.MotherFund);
        document.Property(d => d.FileName).HasMaxLength(300);
        document.Property(d => d.ContentType).HasMaxLength(200);
        document.Property(d => d.Sha256).HasMaxLength(64).IsUnicode(false);
        document.Property(d => d.RecordedBy).HasMaxLength(100);
    }
}
