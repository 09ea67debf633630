using FundTracker.Domain.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("Meetings");
        meeting.HasKey(m => new { m.MotherFund, m.Number });
        meeting.Property(m => m.MotherFund).ValueGeneratedNever();
        meeting.Property(m => m.Number).ValueGeneratedNever();
        meeting.Property(m => m.Place).HasMaxLength(200);
        meeting.Property(m => m.RecordedBy).HasMaxLength(100);
        meeting.Property(m => m.ClosedBy).HasMaxLength(100);
        meeting.Property(m => m.Version).IsConcurrencyToken();
        meeting.HasMany(m => m.Items).WithOne().HasForeignKey(i => new { i.MotherFund, i.Meeting }).OnDelete(DeleteBehavior.Cascade);
        meeting.Navigation(m => m.Items).HasField("items").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("AgendaItems");
        item.HasKey(i => new { i.MotherFund, i.Meeting, i.Number });
        item.Property(i => i.Number).ValueGeneratedNever();
        item.ComplexProperty(i => i.Title, title =>
        {
            title.Property(x => x.Zh).HasColumnName("TitleZh").HasMaxLength(300);
            title.Property(x => x.En).HasColumnName("TitleEn").HasMaxLength(300);
        });
        item.Ignore(i => i.Amount);
        item.Ignore(i => i.CurrentPapers);
        item.Property(i => i.Reference).HasMaxLength(100);
        item.Property(i => i.TextZh).HasMaxLength(2000);
        item.Property(i => i.TextEn).HasMaxLength(2000);
        item.Property(i => i.Resolution).HasMaxLength(60).IsUnicode(false);
        item.HasIndex(i => new { i.MotherFund, i.Resolution }).IsUnique();
        item.Property(i => i.Rule).HasMaxLength(100).IsUnicode(false);
        item.Property(i => i.DecidedBy).HasMaxLength(100);
        item.Property(i => i.RecordedBy).HasMaxLength(100);
        item.HasMany(i => i.Papers).WithOne().HasForeignKey(p => new { p.MotherFund, p.Meeting, p.Item }).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Votes).WithOne().HasForeignKey(v => new { v.MotherFund, v.Meeting, v.Item }).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Conditions).WithOne().HasForeignKey(c => new { c.MotherFund, c.Meeting, c.Item }).OnDelete(DeleteBehavior.Cascade);
        item.Navigation(i => i.Papers).HasField("papers").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        item.Navigation(i => i.Votes).HasField("votes").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        item.Navigation(i => i.Conditions).HasField("conditions").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class CommitteePaperConfiguration : IEntityTypeConfiguration<CommitteePaper>
{
    public void Configure(EntityTypeBuilder<CommitteePaper> paper)
    {
        paper.ToTable("CommitteePapers");
        paper.HasKey(p => new { p.MotherFund, p.Meeting, p.Item, p.Number });
        paper.Property(p => p.Number).ValueGeneratedNever();
        paper.Property(p => p.Sha256).HasMaxLength(64).IsUnicode(false);
        paper.Property(p => p.Sha256En).HasMaxLength(64).IsUnicode(false);
        paper.Property(p => p.RecordedBy).HasMaxLength(100);
    }
}

internal sealed class CommitteeVoteConfiguration : IEntityTypeConfiguration<CommitteeVote>
{
    public void Configure(EntityTypeBuilder<CommitteeVote> vote)
    {
        vote.ToTable("CommitteeVotes");
        vote.HasKey(v => new { v.MotherFund, v.Meeting, v.Item, v.Member });
        vote.Property(v => v.Member).HasMaxLength(100);
        vote.Property(v => v.Words).HasMaxLength(1000);
        vote.Property(v => v.Condition).HasMaxLength(1000);
    }
}

internal sealed class ResolutionConditionConfiguration : IEntityTypeConfiguration<ResolutionCondition>
{
    public void Configure(EntityTypeBuilder<ResolutionCondition> condition)
    {
        condition.ToTable("ResolutionConditions");
        condition.HasKey(c => new { c.MotherFund, c.Meeting, c.Item, c.Number });
        condition.Property(c => c.Number).ValueGeneratedNever();
        condition.Property(c => c.Text).HasMaxLength(1000);
        condition.Property(c => c.Owner).HasMaxLength(100);
        condition.Property(c => c.AskedBy).HasMaxLength(100);
        condition.Property(c => c.Evidence).HasMaxLength(1000);
        condition.Property(c => c.FulfilledBy).HasMaxLength(100);
        condition.Property(c => c.AcceptedBy).HasMaxLength(100);
        condition.Property(c => c.ReturnReason).HasMaxLength(1000);
        condition.HasMany(c => c.Returns).WithOne().HasForeignKey(r => new { r.MotherFund, r.Meeting, r.Item, r.Condition })
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("FK_ConditionReturns_ResolutionConditions");
        condition.Navigation(c => c.Returns).HasField("returns").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class ConditionReturnConfiguration : IEntityTypeConfiguration<ConditionReturn>
{
    public void Configure(EntityTypeBuilder<ConditionReturn> sentBack)
    {
        sentBack.ToAppendOnlyTable("ConditionReturns");
        sentBack.HasKey(r => new { r.MotherFund, r.Meeting, r.Item, r.Condition, r.Number });
        sentBack.Property(r => r.Number).ValueGeneratedNever();
        sentBack.Property(r => r.Evidence).HasMaxLength(1000);
        sentBack.Property(r => r.FulfilledBy).HasMaxLength(100);
        sentBack.Property(r => r.ReturnedBy).HasMaxLength(100);
        sentBack.Property(r => r.Reason).HasMaxLength(1000);
    }
}
