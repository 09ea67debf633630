using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Registry;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Tolerance;

/// <summary>
/// Puts on record what was known of a decision: an investment in a company, or a commitment to a fund. Recorded again for the same decision
/// it adds a version; what stood before stays as it was.
/// </summary>
public static class RecordDiligence
{
    /// <summary>Records a version. Another person has to approve it; it counts as done before the decision where both came before.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Holder">Code of the fund that decides.</param>
    /// <param name="Investee">Code of the company, or of the fund that it commits to.</param>
    /// <param name="DecidedOn">Day of the decision; may still lie ahead.</param>
    /// <param name="On">Day on which it was known.</param>
    /// <param name="Known">What was known, at most 4,000 characters.</param>
    /// <param name="KnownBy">Who found it out, by role or body.</param>
    /// <param name="Checks">Every item of the list with its answer; a no needs a note.</param>
    /// <param name="Documents">Papers behind it; null for none.</param>
    /// <param name="Source">What proves it beside the papers.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Holder, string Investee, DateOnly DecidedOn, DateOnly On, string Known, string KnownBy,
        IReadOnlyList<DiligenceCheck> Checks, IReadOnlyList<DocumentId>? Documents = null, string Source = "",
        Provenance Provenance = Provenance.Recorded) : ICommand<RegistryEntryId>, IRecordsEntry
    {
        /// <summary>The first paper, which the entry names.</summary>
        public DocumentId? Document => Documents is [var first, ..] ? first : null;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Holder).IsNodeCode();
            RuleFor(c => c.Investee).IsNodeCode();
            RuleFor(c => c.DecidedOn).IsBusinessDate();
            RuleFor(c => c.Known).NotEmpty().MaximumLength(4000);
            RuleFor(c => c.KnownBy).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Checks).NotNull();
            RuleForEach(c => c.Checks).ChildRules(check =>
            {
                check.RuleFor(one => one.Item).IsInEnum();
                check.RuleFor(one => one.Answer).IsInEnum();
                check.RuleFor(one => one.Note).NotNull().MaximumLength(500);
            });
            this.HasEntry();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<RegistryEntryId>>
    {
        public async Task<Result<RegistryEntryId>> Handle(Command c, CancellationToken cancellation)
        {
            var papers = (c.Documents ?? []).Distinct().ToList();
            var opened = await desk.Open(c.Books, cancellation);
            if (!opened.IsSuccess) return Result<RegistryEntryId>.Refused(opened.Errors);
            var root = opened.Value.Head.MotherFund;
            var there = await desk.Db.Documents.Where(paper => paper.MotherFund == root && papers.Contains(paper.Id)).Select(paper => paper.Id).ToListAsync(cancellation);
            foreach (var paper in papers.Except(there)) return PipelineErrors.NotFound("document", paper.ToString());
            var checks = c.Checks.Select(check => check with { Note = check.Note.Trim() }).ToList();
            return await desk.Propose(
                c.Books, new DiligenceRecorded(c.Holder, c.Investee, c.DecidedOn, c.Known.Trim(), c.KnownBy.Trim(), checks, papers), c.On, c.Origin(), cancellation);
        }
    }
}
