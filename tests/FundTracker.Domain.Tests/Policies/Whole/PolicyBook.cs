using FundTracker.Analytics.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Tests.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Testing;
using static FundTracker.Testing.LedgerText;

namespace FundTracker.Domain.Tests.Policies.Whole;

/// <summary>One small book with all that rules, gates and tolerance read: lines, plans, calls, the registry, rules.</summary>
internal static class PolicyBook
{
    private static readonly Signatures Signed = new("manager1", "approver1", Voucher: null);

    public static string Page(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policies", "Whole", name)).ReplaceLineEndings("\n");

    public static LedgerView View(string day)
    {
        var books = TestBooks.Of(Page("book.txt"));
        return new LedgerView(books.Snapshot.WithEntries(Entries()), Date(day), Stamp.Max);
    }

    /// <summary>Plan of M, of which its fourth phase was drawn up late, and a plan of F that reaches beyond the time for payment.</summary>
    public static IReadOnlyList<ContributionPlan> Plans(LedgerView view)
    {
        var (mother, fund) = (Plan(view, 1, "M", rolling: true, "2020-01-02"), Plan(view, 2, "F", rolling: false, "2020-02-01"));
        Phase(mother, "2020-01-20", 500m, 2020, "2020-01-02");
        Phase(
            mother, "2022-02-10", 100m, 2021, "2020-01-02", ConditionDraft.Ticked("set up"), ConditionDraft.Ticked("staffed"),
            new("30 % placed", ConditionKind.EarlierInvested, "30%"), new("95 % paid in", ConditionKind.EarlierPaidIn, "95"),
            new("social money", ConditionKind.OthersArrived, "social;220"), new("others' money", ConditionKind.OthersArrived, "others;2.5x"),
            new("good", ConditionKind.Grade, "district;good;86.5"), new("excellent", ConditionKind.Grade, "district;excellent;90"),
            new("another scheme", ConditionKind.Grade, "city;good;80"), new("in the budget", ConditionKind.BudgetApproved));
        Phase(
            mother, "2023-06-30", 200m, null, "2020-01-02", new("all placed", ConditionKind.EarlierInvested, "100"),
            new("paid in", ConditionKind.EarlierPaidIn, "50"), new("social times", ConditionKind.OthersArrived, "social;2x"),
            new("in the budget", ConditionKind.BudgetApproved));
        Phase(mother, "2025-12-31", 200m, 2025, "2022-06-01", new ConditionDraft("in the budget", ConditionKind.BudgetApproved));
        _ = mother.TickCondition(new TickDraft(2, 1, "licence", null), Signed, Instant("2021-06-01")).Value;
        Phase(
            fund, "2020-02-10", 240m, 2020, "2020-02-01", new("placed", ConditionKind.EarlierInvested, "1"),
            new("others", ConditionKind.OthersArrived, "others;170"));
        Phase(fund, "2026-03-11", 160m, 2026, "2020-02-01");
        return [mother, fund];
    }

    /// <summary>Calls 1 and 2 draw phases 1 and 2 of M, call 3 draws none.</summary>
    public static IReadOnlyList<CapitalCall> Calls(LedgerView view)
    {
        var fund = view.Book.FindNode("M")!.Id;
        var standings = CallStanding.Of(view.On(new DateOnly(2020, 1, 6)), fund);
        return [.. new (int Id, int? Phase)[] { (1, 1), (2, 2), (3, null) }.Select(call => CapitalCall.Draft(
            new CapitalCallId(call.Id), (view.Book.MotherFund, fund), call.Id, [new CallItem(CallPurpose.Investment, InsideCommitment: true, Yuan(10m))],
            standings, new DateOnly(2020, 1, 8), new DateOnly(2020, 1, 31), "manager1", Instant("2020-01-08"))
            .Value.Describe(call.Phase, document: null, Provenance.Recorded))];
    }

    public static Rulebook Rules()
    {
        Rule[] rules =
        [
            Make("R-01", RuleSubjects.AllFunds, [("registrationDaysLate", Demand.AtMost, PolicyUnit.Days, 0m)], more: [("monthsAfterYearEnd", PolicyUnit.Count, 6m)]),
            Make(
                "R-02", RuleSubjects.AllPlannedFunds, [("daysBeyondPaymentPeriod", Demand.AtMost, PolicyUnit.Days, 0m)],
                more: [("years", PolicyUnit.Count, 5m), ("registeredBefore", PolicyUnit.Date, Day("2021-03-01")), ("transitionFrom", PolicyUnit.Date, Day("2021-07-01"))]),
            Make("R-03", RuleSubjects.SubFunds, [("investedWithin", Demand.AtLeast, PolicyUnit.Percent, 20m)], more: [("years", PolicyUnit.Count, 2m)]),
            Make("R-04", RuleSubjects.SubFunds, [("lossShare", Demand.AtMost, PolicyUnit.Percent, 10m)], RuleSeverity.Soft) with
            {
                AppliesTo = new RuleScope(FactNames.FundClass, ["Theme"]),
            },
            Make("R-05", RuleSubjects.AllFunds, [("feeToPaidIn", Demand.AtMost, PolicyUnit.Percent, 1.3m)]),
            Make("R-06", RuleSubjects.FundClasses, [("othersToOurs", Demand.AtLeast, PolicyUnit.Multiple, null)], by: "fundClass", values: new() { ["Theme"] = 3m }),
            Make("R-07", RuleSubjects.AllFunds, [("audited", Demand.Yes, PolicyUnit.Flag, null), ("share", Demand.Above, PolicyUnit.Percent, 12.5m)]) with
            {
                AnyOf = true,
                Evidence = [new("audited", PolicyUnit.Flag, Name("audited")), new("share", PolicyUnit.Percent, Name("share"))],
            },
            Make("R-08", RuleSubjects.MotherFund, [("localMultiple", Demand.AtLeast, PolicyUnit.Multiple, 1m)], RuleSeverity.Information) with
            {
                Parameters =
                [
                    new("limit", PolicyUnit.Multiple, 1m, null, new Dictionary<string, decimal>()),
                    new("ownMoney", PolicyUnit.Percent, null, "localCase", new Dictionary<string, decimal> { ["ownInvestment"] = 100m, ["headquarters"] = 150m }),
                    new("othersMoney", PolicyUnit.Percent, null, "localCase", new Dictionary<string, decimal> { ["attracted"] = 50m }),
                    new("stayYears", PolicyUnit.Count, 3m, null, new Dictionary<string, decimal>()),
                ],
            },
            Make("R-09", RuleSubjects.AllFunds, [("paidInRatio", Demand.Above, PolicyUnit.Percent, 50m), ("largestProjectOfPaidIn", Demand.Below, PolicyUnit.Percent, 20m)]),
            Make("R-10", RuleSubjects.PlannedFunds, [("daysPlanned", Demand.AtMost, PolicyUnit.Days, 300m)]),
            Make("R-11", RuleSubjects.MotherFund, [("exitCount", Demand.AtLeast, PolicyUnit.Count, 1m)]) with { EffectiveFrom = new DateOnly(2024, 1, 1) },
        ];
        return Rulebook.Of(rules, PolicyInputs.ForRules).Value;
    }

    public static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);

    public static BilingualName Name(string name) => BilingualName.Of(name, name);

    private static IReadOnlyList<RegistryEntry> Entries()
    {
        List<(string On, RegistryEvent Event, Provenance From)> all =
        [
            ("2020-03-01", Record("F", "A", "2020-03-01", DiligenceItems.OfInvestment), Provenance.Recorded),
            ("2020-04-10", Record("F", "B", "2020-04-01", DiligenceItems.OfInvestment), Provenance.Recorded),
            ("2020-01-20", Record("M", "F", "2020-01-31", DiligenceItems.OfCommitment), Provenance.Recorded),
            ("2021-01-01", new CarrierOpened("PARK", Name("PARK"), CarrierKind.Park, null, null, new CarrierExtent(CarrierStatus.Live, null, 1_000m)), Provenance.Recorded),
            ("2021-01-01", new CarrierOpened("HALL", Name("HALL"), CarrierKind.Park, null, "PARK", new CarrierExtent(CarrierStatus.Live, null, 200m)), Provenance.Illustrative),
            ("2021-01-01", new CarrierOpened("SITE", Name("SITE"), CarrierKind.Park, null, null, new CarrierExtent(CarrierStatus.Building, null, 900m)), Provenance.Recorded),
            ("2021-01-01", new CarrierOpened("AWAY", Name("AWAY"), CarrierKind.Park, Name("elsewhere"), null, new CarrierExtent(CarrierStatus.Live, null, 500m)), Provenance.Recorded),
            ("2021-02-01", new TenantSigned("T1", "PARK", TenantKind.Enterprise, Name("T1"), null, 300m), Provenance.Recorded),
            ("2021-02-02", new TenantSigned("T2", "HALL", TenantKind.Enterprise, Name("T2"), null, 50m), Provenance.Recorded),
            ("2021-02-03", new TenantSigned("T3", "PARK", TenantKind.Enterprise, Name("T3"), null, 400m), Provenance.Recorded),
            ("2021-02-04", new TenantSigned("T4", "AWAY", TenantKind.Enterprise, Name("T4"), null, 100m), Provenance.Recorded),
            ("2021-06-01", new TenantMoved("PARK", "T1", TenancyStage.Settled, null, ""), Provenance.Recorded),
            ("2021-07-01", new TenantMoved("HALL", "T2", TenancyStage.Producing, 60m, ""), Provenance.Recorded),
            ("2021-07-02", new TenantMoved("AWAY", "T4", TenancyStage.Settled, null, ""), Provenance.Recorded),
            ("2021-12-31", new YearStated("A", 2021, new YearResults(Yuan(10.01m), Yuan(-1m), null, 33, 5)), Provenance.Recorded),
            ("2021-12-31", new YearStated("B", 2021, new YearResults(Yuan(20m), null, null, 7, null)), Provenance.Illustrative),
            ("2022-12-31", new YearStated("A", 2022, new YearResults(Yuan(30m), Yuan(2m), Yuan(4m), 41, 6)), Provenance.Recorded),
            ("2022-12-31", new YearStated("C", 2022, new YearResults(Yuan(5m), null, Yuan(1m), 12, null)), Provenance.Recorded),
        ];
        return [.. all.Select((one, i) => RegistryEntry.Stand(
            new RegistryEntryId(i + 1), new NodeId(1), one.Event, Date(one.On), new EntryOrigin(one.From, "", "", null), Signed,
            Instant(one.On)))];
    }

    private static DiligenceRecorded Record(string holder, string investee, string decided, IReadOnlyList<DiligenceItem> items) => new(
        holder, investee, Date(decided), "known", "team", [.. items.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))], []);

    private static ContributionPlan Plan(LedgerView view, int id, string fund, bool rolling, string at) => ContributionPlan.DrawUp(
        new ContributionPlanId(id), view.Book.MotherFund, view.Book.FindNode(fund)!.Id, rolling, Signed, Instant(at));

    private static void Phase(ContributionPlan plan, string on, decimal amount, int? budget, string at, params IReadOnlyList<ConditionDraft> conditions) =>
        _ = plan.AddTranche(
            Date(on), Yuan(amount), budget, conditions, budget == 2026 ? Provenance.Illustrative : Provenance.Recorded, Signed, Instant(at)).Value;

    private static decimal Day(string day) => Date(day).DayNumber;

    private static Rule Make(
        string id, RuleSubjects subjects, (string Input, Demand Must, PolicyUnit Unit, decimal? Limit)[] checks, RuleSeverity severity = RuleSeverity.Hard,
        (string Name, PolicyUnit Unit, decimal Value)[]? more = null, string? by = null, Dictionary<string, decimal>? values = null)
    {
        RuleParameter[] limits = [.. checks.Select((check, i) => (check, i)).Where(one => one.check.Must != Demand.Yes).Select(one => new RuleParameter(
            LimitOf(one.i), one.check.Unit, one.check.Limit, by, values ?? []))];
        RuleParameter[] others = [.. (more ?? []).Select(one => new RuleParameter(one.Name, one.Unit, one.Value, null, new Dictionary<string, decimal>()))];
        return new Rule(
            id, "test-2026.1", RuleLevel.District, severity, Name(id), Name(id), Name(id), SourceStatus.Text, new DateOnly(2019, 1, 1), null,
            IsDateAssumed: false, subjects, AppliesTo: null, AnyOf: false,
            [.. checks.Select((check, i) => new RuleCheck(check.Input, check.Must, check.Must == Demand.Yes ? null : LimitOf(i)))], [.. limits, .. others], [], Name(id),
            [.. Enum.GetValues<FindingStatus>().Select(status => new RuleCase("", new Dictionary<string, string>(), new Dictionary<string, decimal>(), status))]);

        static string LimitOf(int check) => check == 0 ? "limit" : $"limit{check}";
    }
}
