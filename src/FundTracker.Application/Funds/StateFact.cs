using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Funds;

/// <summary>States a fact of a member of the books from a day on: its class, stage, sector, kind; a target or a rate on the mother fund.</summary>
public static class StateFact
{
    /// <summary>States a fact. What was stated before stays and still holds for earlier days and earlier instants.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Subject">Code of the investor, fund or company that it speaks of.</param>
    /// <param name="Name">See <see cref="FactNames"/>.</param>
    /// <param name="Value">The value as text; empty takes an earlier one away.</param>
    /// <param name="EffectiveFrom">First day on which it holds; not in a closed quarter.</param>
    /// <param name="Provenance">Where it comes from.</param>
    /// <param name="Document">The paper behind it; null for none.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Subject, string Name, string Value, DateOnly EffectiveFrom, Provenance Provenance = Provenance.Recorded,
        DocumentId? Document = null) : ICommand<VoucherId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Subject).NotEmpty();
            RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Value).NotNull().MaximumLength(1000);
            RuleFor(c => c.EffectiveFrom).IsBusinessDate();
            RuleFor(c => c.Provenance).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from subject in books.Node(c.Subject)
            from voucher in books.Record(subject.Id, [new FactDraft(subject.Id, c.Name, c.Value, c.EffectiveFrom, c.Provenance)], c.Document)
            select voucher);
    }
}
