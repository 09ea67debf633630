using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Committees;

/// <summary>Puts an item on the agenda of a meeting.</summary>
public static class PutOnAgenda
{
    /// <summary>Puts an item on the agenda.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="TitleZh">Chinese title.</param>
    /// <param name="TitleEn">English title.</param>
    /// <param name="Kind">What it asks for.</param>
    /// <param name="Subject">Code of the fund that it is about; null for the mother fund. A call brings its own.</param>
    /// <param name="Amount">How much may be committed, major units; for a new commitment alone.</param>
    /// <param name="Call">The call whose phase's conditions are overridden; for an override alone.</param>
    /// <param name="Scheme">Code of the scheme of the subject's open evaluation that is to be sealed; case counts.</param>
    /// <param name="Year">Year of that evaluation.</param>
    /// <param name="TextZh">The resolution in Chinese, at most 2,000 characters; needed in one language unless nothing is decided.</param>
    /// <param name="TextEn">The resolution in English, at most 2,000 characters.</param>
    /// <param name="Timing">When in the fund's life that evaluation is.</param>
    [Recorders]
    public sealed record Command(
        string Books, int Meeting, string? TitleZh, string? TitleEn, MotionKind Kind, string? Subject = null, decimal? Amount = null,
        CapitalCallId? Call = null, string? Scheme = null, int? Year = null, string? TextZh = null, string? TextEn = null,
        EvaluationTiming Timing = EvaluationTiming.Yearly) : ICommand<Placed>, IWithinBooks;

    /// <summary>What was put there.</summary>
    /// <param name="Item">Number of the item.</param>
    public sealed record Placed(int Item);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            this.HasName(c => c.TitleZh, c => c.TitleEn);
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Amount!.Value).IsAmount().When(c => c.Amount is not null).OverridePropertyName(nameof(Command.Amount));
            RuleFor(c => c.Scheme).MaximumLength(40);
            RuleFor(c => c.Timing).IsInEnum();
            RuleFor(c => c.Year).InclusiveBetween(1900, 2999);
            RuleFor(c => c.TextZh).MaximumLength(2000);
            RuleFor(c => c.TextEn).MaximumLength(2000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Placed>>
    {
        public Task<Result<Placed>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting =>
                SubjectOf(c, books, cancellation).Then(subject => ReferenceOf(c, meeting.MotherFund, subject, cancellation).Then(reference =>
                    from amount in AmountOf(c, subject)
                    from item in meeting.Put(DraftOf(c, subject, amount, reference), desk.User, desk.Now)
                    select new Placed(item.Number)))));

        private static async Task<Result<NodeEntry>> SubjectOf(Command c, OpenBooks books, CancellationToken cancellation) => c.Call is { } call
            ? (await books.Call(call, cancellation)).Map(found => books.Snapshot.Node(found.Fund))
            : books.Fund(c.Subject ?? c.Books);

        private static Result<Money?> AmountOf(Command c, NodeEntry subject) => c.Amount is { } amount
            ? Amounts.Read(amount, subject.Currency, nameof(c.Amount)).Map(money => (Money?)money)
            : Result<Money?>.Ok(null);

        private static MotionDraft DraftOf(Command c, NodeEntry subject, Money? amount, string reference) => new(
            BilingualName.Of(c.TitleZh, c.TitleEn), c.Kind, subject.Id, subject.Currency, amount, reference,
            string.IsNullOrWhiteSpace(c.TextZh) && string.IsNullOrWhiteSpace(c.TextEn) ? null : BilingualName.Of(c.TextZh, c.TextEn));

        private async Task<Result<string>> ReferenceOf(Command c, NodeId root, NodeEntry subject, CancellationToken cancellation) => c.Kind switch
        {
            MotionKind.Override when c.Call is { } call => MotionDraft.ReferenceTo(call),
            MotionKind.Sealing when c is { Scheme: { Length: > 0 } scheme, Year: { } year } => await EvaluationOf(root, subject, (scheme, c.Timing, year), cancellation),
            _ => "",
        };

        private async Task<Result<string>> EvaluationOf(
            NodeId root, NodeEntry fund, (string Scheme, EvaluationTiming Timing, int Year) named, CancellationToken cancellation)
        {
            var all = await desk.Db.Evaluations.AsNoTracking().Where(one => one.MotherFund == root && one.Fund == fund.Id).ToListAsync(cancellation);
            if (!all.Exists(one => one.IsOpen && (one.Scheme, one.Timing, one.Year) == named))
                return CommitteeErrors.NoSuchEvaluation(fund.Name, named.Scheme, named.Timing, named.Year).At(nameof(Command.Scheme));
            return MotionDraft.ReferenceTo(named.Scheme, named.Timing, named.Year);
        }
    }
}
