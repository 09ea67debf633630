using FundTracker.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FundTracker.Persistence.Configurations;

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    /// <summary>Trigger of the migration that refuses every change of a sealed evaluation.</summary>
    public const string SealedStays = "Evaluations_SealedStays";

    public void Configure(EntityTypeBuilder<Evaluation> evaluation)
    {
        evaluation.ToTable("Evaluations", built => built.HasTrigger(SealedStays));
        evaluation.HasKey(e => e.Id);
        evaluation.Property(e => e.Id).ValueGeneratedNever();
        // One evaluation of a fund by a scheme for a year; one that was taken back (stage 7) makes room for another.
        evaluation.HasIndex(e => new { e.Fund, e.Scheme, e.Timing, e.Year }).IsUnique().HasFilter("\"Stage\" <> 7");
        evaluation.HasIndex(e => e.MotherFund);
        evaluation.Property(e => e.Scheme).HasMaxLength(40);
        evaluation.Property(e => e.SchemeVersion).HasMaxLength(100);
        evaluation.Property(e => e.OpenedBy).HasMaxLength(100);
        evaluation.Property(e => e.HandedInBy).HasMaxLength(100);
        evaluation.Property(e => e.SealedBy).HasMaxLength(100);
        evaluation.Property(e => e.Points).HasConversion<Conversions.Hundredths>();
        evaluation.Property(e => e.Grade).HasMaxLength(40);
        evaluation.Property(e => e.Sha256).HasMaxLength(64).IsUnicode(false);
        evaluation.Property(e => e.Version).IsConcurrencyToken();
        evaluation.HasMany(e => e.Entries).WithOne().HasForeignKey(e => e.Evaluation).OnDelete(DeleteBehavior.Restrict);
        evaluation.HasMany(e => e.Reviews).WithOne().HasForeignKey(r => r.Evaluation).OnDelete(DeleteBehavior.Restrict);
        evaluation.HasMany(e => e.Events).WithOne().HasForeignKey(e => e.Evaluation).OnDelete(DeleteBehavior.Restrict);
        evaluation.Navigation(e => e.Entries).HasField("entries").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        evaluation.Navigation(e => e.Reviews).HasField("reviews").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        evaluation.Navigation(e => e.Events).HasField("events").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        evaluation.Ignore(e => e.Counting);
    }
}

internal sealed class EvaluationEntryConfiguration : IEntityTypeConfiguration<EvaluationEntry>
{
    public void Configure(EntityTypeBuilder<EvaluationEntry> entry)
    {
        entry.ToAppendOnlyTable("EvaluationEntries");
        entry.HasKey(e => new { e.Evaluation, e.Input });
        entry.Property(e => e.Input).HasMaxLength(40);
        entry.Property(e => e.Answer).HasMaxLength(40);
        entry.Property(e => e.Proof).HasMaxLength(1000);
    }
}

internal sealed class EvaluationReviewConfiguration : IEntityTypeConfiguration<EvaluationReview>
{
    public void Configure(EntityTypeBuilder<EvaluationReview> review)
    {
        review.ToAppendOnlyTable("EvaluationReviews");
        review.HasKey(r => new { r.Evaluation, r.Number });
        review.Property(r => r.Number).ValueGeneratedNever();
        review.Property(r => r.Reviewer).HasMaxLength(100);
        review.Property(r => r.Remark).HasMaxLength(4000);
        review.HasMany(r => r.Scores).WithOne().HasForeignKey(s => new { s.Evaluation, s.Review }).OnDelete(DeleteBehavior.Restrict);
        review.Navigation(r => r.Scores).HasField("scores").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class EvaluationScoreConfiguration : IEntityTypeConfiguration<EvaluationScore>
{
    public void Configure(EntityTypeBuilder<EvaluationScore> score)
    {
        score.ToAppendOnlyTable("EvaluationScores");
        score.HasKey(s => new { s.Evaluation, s.Review, s.Indicator });
        score.Property(s => s.Indicator).HasMaxLength(40);
        score.Property(s => s.Points).HasConversion<Conversions.Hundredths>();
        score.Property(s => s.Comment).HasMaxLength(1000);
    }
}

internal sealed class EvaluationEventConfiguration : IEntityTypeConfiguration<EvaluationEvent>
{
    public void Configure(EntityTypeBuilder<EvaluationEvent> happened)
    {
        happened.ToAppendOnlyTable("EvaluationEvents");
        happened.HasKey(e => new { e.Evaluation, e.Number });
        happened.Property(e => e.Number).ValueGeneratedNever();
        happened.Property(e => e.By).HasMaxLength(100);
        happened.Property(e => e.Text).HasMaxLength(4000);
    }
}
