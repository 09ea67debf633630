using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Policies;

/// <summary>States what no ledger knows and a policy rule asks for, with what proves it.</summary>
public static class StateEvidence
{
    /// <summary>States it from a day on. What was stated before still holds for earlier days and earlier instants.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that it speaks of.</param>
    /// <param name="Input">What is asked, by the name that the rule gives it.</param>
    /// <param name="Answer"><c>yes</c>, <c>no</c> or a number in the input's unit.</param>
    /// <param name="Proof">What proves it: a document with its number and date.</param>
    /// <param name="EffectiveFrom">First day on which it holds; not in a closed quarter.</param>
    [Recorders]
    public sealed record Command(string Books, string Fund, string Input, string Answer, string Proof, DateOnly EffectiveFrom)
        : ICommand<VoucherId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Input).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Answer).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Proof).NotEmpty().MaximumLength(900);
            RuleFor(c => c.EffectiveFrom).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            from fund in books.Fund(c.Fund)
            from input in library.FindEvidence(c.Input)
            from _ in Evidence.Read(input.Name, input.Unit, Evidence.Write(c.Answer, c.Proof))
            let stated = new FactDraft(fund.Id, $"{FactNames.Evidence}:{input.Name}", Evidence.Write(c.Answer, c.Proof), c.EffectiveFrom)
            from voucher in books.Record(fund.Id, [stated])
            select voucher);
    }
}
