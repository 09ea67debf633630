using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Capital;

public sealed class ContributionPlanTests
{
    private static readonly Stamp Now = Stamp.EndOf(new DateOnly(2023, 1, 5));

    private static readonly Signatures Signed = new("manager1", "approver1", Voucher: null);

    private readonly ContributionPlan plan =
        ContributionPlan.DrawUp(new ContributionPlanId(1), new NodeId(1), new NodeId(1), rolling: true, Signed, Now);

    [Fact]
    public void Phases_are_numbered_in_the_order_of_their_dates()
    {
        Assert.Equal(1, Add("2023-06-30", 500_000_000m).Value.Number);
        Assert.Equal(2, Add("2023-06-30", 500_000_000m).Value.Number);
        Assert.Equal([1, 2], plan.Tranches.Select(tranche => tranche.Number));
        Assert.Equal(2, plan.Version);
    }

    [Fact]
    public void A_phase_before_the_one_before_it_is_refused()
    {
        Add("2023-06-30", 1m);
        Refuses(() => Add("2023-06-29", 1m), "plan.outOfOrder");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_phase_without_an_amount_is_refused(string amount) => Refuses(() => Add("2023-06-30", decimal.Parse(amount)), "plan.amountNotPositive");

    [Fact]
    public void A_phase_in_another_currency_is_refused()
    {
        Add("2023-06-30", 1m);
        Refuses(
            () => plan.AddTranche(new DateOnly(2023, 7, 1), Money.Of(1m, Currency.Of("USD")), null, [], Provenance.Recorded, Signed, Now),
            "ledger.currencyMixed");
    }

    [Fact]
    public void A_condition_is_ticked_once_and_with_evidence()
    {
        Add("2023-06-30", 1m, "设立完成");
        Refuses(() => plan.TickCondition(new TickDraft(1, 1, " ", null), Signed, Now), "plan.evidenceMissing");
        Refuses(() => plan.TickCondition(new TickDraft(1, 2, "x", null), Signed, Now), "plan.noSuchCondition");
        Refuses(() => plan.TickCondition(new TickDraft(2, 1, "x", null), Signed, Now), "plan.noSuchCondition");
        Assert.True(plan.TickCondition(new TickDraft(1, 1, "营业执照", new DocumentId(9)), Signed, Now).IsSuccess);
        var condition = plan.Tranches[0].Conditions[0];
        Assert.Equal((true, "营业执照", "manager1", "approver1", new DocumentId(9)),
            (condition.IsMet, condition.Evidence, condition.TickedBy, condition.ApprovedBy, condition.Document));
        Refuses(() => plan.TickCondition(new TickDraft(1, 1, "other", null), Signed, Now), "plan.tickedBefore");
        Assert.Equal("营业执照", condition.Evidence);
    }

    private Result<Tranche> Add(string date, decimal amount, params string[] conditions) =>
        plan.AddTranche(DateOnly.Parse(date), Money.Of(amount, Currency.Cny), 2023, [.. conditions], Provenance.Recorded, Signed, Now);

    private void Refuses<T>(Func<Result<T>> step, string code)
    {
        var before = Marks();
        Assert.Equal(code, step().Error.Code);
        Assert.Equal(before, Marks());

        (int, int, int) Marks() =>
            (plan.Version, plan.Tranches.Count, plan.Tranches.Sum(tranche => tranche.Conditions.Count(condition => condition.IsMet)));
    }
}
