using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>
/// Records a fund's net asset value for a date, shared over its investors by what each has paid in, or one investor's capital account alone;
/// with the ILPA roll-forward where the statement splits it. A sub-fund's manager hands in its own fund's.
/// </summary>
public static class RecordNav
{
    /// <summary>Records a NAV statement; it counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund.</param>
    /// <param name="Date">Day for which it is stated.</param>
    /// <param name="Amount">Major units of the fund's currency; may be zero or negative.</param>
    /// <param name="Method">How it was found.</param>
    /// <param name="Source">Whose statement it is, at most 500 characters.</param>
    /// <param name="Holder">Code of the investor whose capital account it is; null where it is the whole fund's.</param>
    /// <param name="Changes">
    /// The roll-forward of the period since the statement before, where this one splits it; or null. Only the whole fund's has one. Where all
    /// six parts are stated they must add up; what fewer leave over is not split.
    /// </param>
    /// <param name="Document">The statement, or null.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.SubFundManager)]
    public sealed record Command(
        string Books, string Fund, DateOnly Date, decimal Amount, ValuationMethod Method, string Source, string? Holder = null,
        RollForward? Changes = null, DocumentId? Document = null) : ICommand<VoucherId>, IBacked, IAboutFund;

    /// <summary>ILPA roll-forward of the whole fund, major units, any sign; what is null was not stated.</summary>
    /// <param name="Income">Income.</param>
    /// <param name="Realised">Realised gain or loss.</param>
    /// <param name="Unrealised">Unrealised gain or loss.</param>
    /// <param name="ManagementFee">Management fees; positive lowers value.</param>
    /// <param name="Expense">Expenses; positive lowers value.</param>
    /// <param name="CarryChange">Change in accrued carry; positive lowers value.</param>
    public sealed record RollForward(
        decimal? Income = null, decimal? Realised = null, decimal? Unrealised = null, decimal? ManagementFee = null, decimal? Expense = null,
        decimal? CarryChange = null)
    {
        internal IEnumerable<(LineKind Kind, decimal Amount)> Stated =>
            from pair in new (LineKind Kind, decimal? Amount)[]
            {
                (LineKind.ValueIncome, Income), (LineKind.ValueRealised, Realised), (LineKind.ValueUnrealised, Unrealised),
                (LineKind.ValueManagementFee, ManagementFee), (LineKind.ValueExpense, Expense), (LineKind.ValueCarryChange, CarryChange),
            }
            where pair.Amount is not null
            select (pair.Kind, pair.Amount!.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Amount).IsLevel();
            RuleFor(c => c.Method).IsInEnum();
            RuleFor(c => c.Source).NotEmpty().MaximumLength(500);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from fund in books.Fund(c.Fund)
             from amount in Amounts.Read(c.Amount, fund.Currency, nameof(c.Amount))
             from shares in c.Holder is null
                 ? InvestorShares.ByPaidIn(books.Everything.On(c.Date), fund, amount)
                 : books.ShareOf(c.Holder, fund, amount)
             from whole in IsWholeFunds(c)
             from changes in (c.Changes?.Stated ?? []).Select(pair =>
                 Amounts.Read(pair.Amount, fund.Currency, $"Changes.{pair.Kind}").Map(change => (pair.Kind, Amount: change))).All()
             select (fund, shares, changes))
            .Then(async x =>
            {
                var own = await books.EdgeBetween(EdgeKind.Own, x.fund.Id, x.fund.Id, cancellation);
                var note = LineNotes.Write(c.Method, c.Source);
                return books.Record(VoucherKind.NavStatement, x.fund.Id,
                [
                    .. x.shares.Select(share => new LineDraft(share.Edge, LineKind.Nav, c.Date, share.Amount) { Note = note, Document = c.Document }),
                    .. x.changes.Select(change => new LineDraft(own.Id, change.Kind, c.Date, change.Amount) { Note = c.Source, Document = c.Document }),
                ]);
            }));

        private static Result<Done> IsWholeFunds(Command c) => c is { Holder: { } investor, Changes: not null }
            ? NavSplitErrors.OfOneInvestor(investor).At(nameof(c.Changes))
            : Done.Value;
    }
}
