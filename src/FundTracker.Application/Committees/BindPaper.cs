using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>
/// Puts a paper under an item of the agenda, bound to what it says now: a quarterly report by its canonical content in both languages, or
/// an attached document by its bytes. A paper of the same report or document that was bound before is replaced, until the vote begins.
/// </summary>
public static class BindPaper
{
    /// <summary>Binds a paper.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Meeting">Number of the meeting.</param>
    /// <param name="Item">Number of the item.</param>
    /// <param name="Quarter">Quarter of the report, such as <c>2026Q1</c>; null for a document.</param>
    /// <param name="KnownAt">Instant that the report goes by; null for now.</param>
    /// <param name="Document">The document; null for a report.</param>
    [Recorders]
    public sealed record Command(string Books, int Meeting, int Item, string? Quarter = null, Stamp? KnownAt = null, DocumentId? Document = null)
        : ICommand<Bound>, IBacked;

    /// <summary>What was bound.</summary>
    /// <param name="Paper">Number of the paper.</param>
    /// <param name="Sha256">The hash.</param>
    public sealed record Bound(int Paper, string Sha256);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Meeting).GreaterThan(0);
            RuleFor(c => c.Item).GreaterThan(0);
            RuleFor(c => c.Quarter).Must(text => Domain.Values.Quarter.TryParse(text, out _)).When(c => c.Quarter is not null).WithErrorCode(InputErrors.WrongForm);
        }
    }

    internal sealed class Handler(Desk desk, PaperDesk papers) : IRequestHandler<Command, Result<Bound>>
    {
        public Task<Result<Bound>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            desk.Meeting(books.Head.MotherFund, c.Meeting, cancellation).Then(meeting =>
                BindingOf(c, books.Head.MotherFund, cancellation).Then(binding =>
                    meeting.Bind(c.Item, binding, desk.User, desk.Now).Map(paper => new Bound(paper.Number, paper.Sha256)))));

        private Task<Result<PaperBinding>> BindingOf(Command c, NodeId motherFund, CancellationToken cancellation) => (c.Quarter, c.Document) switch
        {
            (not null, null) when Domain.Values.Quarter.TryParse(c.Quarter, out var quarter) => papers.Bind(c.Books, quarter, c.KnownAt, cancellation),
            (null, { } document) => papers.Bind(motherFund, document, cancellation),
            _ => Task.FromResult<Result<PaperBinding>>(CommitteeErrors.PaperUnclear()),
        };
    }
}
