using FundTracker.Application.Exports;
using FundTracker.Application.Ledger;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Exchange.Reading;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Workbooks;

/// <summary>What each kind of record does to the books.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task What_a_reported_row_marks_as_invented_is_illustrative_field_by_field()
    {
        await using var host = await TestHost.Create();
        await host.Import("""
            Funds: code, kind, name_zh, date, target_size, legal_form, provenance, illustrative_fields
            M1, mother, 甲母基金, 2020-01-01, 1000, company, reported, legal_form
            Investors: code, name_zh, date, kind, provenance
            FIN, 区财政局, 2020-01-01, fiscal, reported
            Commitments: ref, date, holder, fund, kind, amount, provenance, illustrative_fields
            C1, 2020-01-05, FIN, M1, 认缴, 600, reported,
            C2, 2020-02-05, FIN, M1, 增资, 1, reported, date
            """);
        var snapshot = await host.Books("M1");
        Assert.Equal(Provenance.Reported, snapshot.Root.Provenance);
        Assert.Equal(Provenance.Reported, snapshot.FactOn(snapshot.MotherFund, FactNames.TargetSize, DateOnly.MaxValue, Stamp.Max)!.Provenance);
        Assert.Equal(Provenance.Illustrative, snapshot.FactOn(snapshot.MotherFund, FactNames.LegalForm, DateOnly.MaxValue, Stamp.Max)!.Provenance);
        var lines = await Lines(host);
        Assert.Equal([Provenance.Reported, Provenance.Reported], lines.Select(line => line.Provenance));
        Assert.Equal([RecordFields.None, RecordFields.Day], lines.Select(line => line.Invented));
        Assert.Equal("illustrative: date", lines[1].Note);
        var csv = await host.Must(new ExportLedger.Query("M1", Kind: FileKind.Csv, Language: "en"), Actors.Auditor1);
        Assert.Equal(
            ["", "day"],
            new ImportFileReader().Read("ledger.csv", csv.Content).Value.Single().Rows
                .Select(row => row.Cells.TryGetValue("Invented fields", out var cell) ? cell.Text : ""));
    }

    [Fact]
    public async Task Totals_are_shared_out_by_paid_in_to_the_fen()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        await host.Import("""
            Navs: ref, date, fund, amount, method
            N1, 2020-06-30, M1, 100.01, net assets
            Distributions: ref, date, fund, kind, amount, recallable
            D1, 2020-06-30, M1, 返还本金, 10.01, 是
            """);
        var lines = await Lines(host);
        Assert.Equal([60.01m, 40.00m], lines.Where(line => line.Kind == LineKind.Nav).Select(line => line.Amount.Amount));
        Assert.Equal([6.01m, 4.00m], lines.Where(line => line.Kind == LineKind.ReturnOfCapital).Select(line => line.Amount.Amount));
        Assert.Equal("NetAssets", lines.First(line => line.Kind == LineKind.Nav).Note);
        Assert.Equal(6.01m, lines.First(line => line.Kind == LineKind.ReturnOfCapital).ImpactOnUnfunded.Amount);
    }

    [Fact]
    public async Task Stated_parts_of_a_call_are_kept_as_stated_and_all_items_state_them_or_none()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        const string call = "Calls: ref, date, due_date, fund\nK2, 2020-05-01, 2020-05-20, M1\nCallItems: ref, call, amount, holder\n";
        var mixed = await host.Submit(call + "K2-1, K2, 7, FIN\nK2-2, K2, 3.01,");
        await host.Import(call + "K2-1, K2, 7, FIN\nK2-2, K2, 3.01, SOE");
        Assert.Equal([("Calls", 2, "ref", "import.itemsMixed")], mixed.Errors.Places());
        var stored = await host.Look(db => Task.FromResult(db.CapitalCalls.Single(one => one.Number == 2)));
        Assert.Equal([7m, 3.01m], stored.Shares.Select(share => share.Amount.Amount));
    }

    [Fact]
    public async Task A_call_imported_before_is_paid_and_cancelled_by_a_later_file()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base.Replace("P2, 2020-03-12, SOE, K1, , 40", "P2, 2020-03-12, SOE, K1, , 10", StringComparison.Ordinal)
            .Replace("P3, 2020-03-15, M1, , S1, 50", "", StringComparison.Ordinal));
        await host.Import("Contributions: ref, date, holder, call, amount\nP4, 2020-04-12, SOE, K1, 20\nCancellations: ref, date, call, reason\nX1, 2020-05-01, K1, 不再需要");
        var lines = await Lines(host);
        Assert.Equal([6m, 4m], lines.Where(line => line.Kind == LineKind.CallCancelled).Select(line => line.Amount.Amount));
        var call = await host.Look(db => Task.FromResult(db.CapitalCalls.Single()));
        Assert.Equal(CallStage.Cancelled, call.Stage);
    }

    [Fact]
    public async Task A_wrong_payment_is_taken_back_line_by_line_and_recorded_again_in_the_same_file()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base.Replace("P2, 2020-03-12, SOE, K1, , 40", "P2, 2020-03-12, SOE, K1, , 39\nP2b, 2020-03-12, SOE, K1, , 40", StringComparison.Ordinal)
            + "\nReversals: ref, reverses, reason\nR1, Contributions:P2, 少记一元");
        var lines = await Lines(host);
        var paid = lines.Where(line => line.Holder.Code == "SOE" && line.Kind == LineKind.Contribution).ToList();
        Assert.Equal(40m, paid.Sum(line => line.Amount.Amount));
        Assert.All(paid.Where(line => line.Amount.IsNegative), line => Assert.Equal(-line.Amount, lines[(int)line.Reverses!.Value - 1].Amount));
    }

    [Fact]
    public async Task A_row_imported_before_is_taken_back_once_and_a_call_never()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        await host.Import("Reversals: ref, reverses, reason\nR1, Contributions:P3, wrong fund");
        var again = await host.Submit("Reversals: ref, reverses, reason\nR2, Contributions:P3, again\nR3, Calls:K1, wrong\nR4, Contributions:P99, nothing");
        Assert.Equal(
            ["ledger.alreadyReversed", "import.nothingToReverse", "import.nothingToReverse"], again.Errors.Places().Select(place => place.Reason));
        var snapshot = await host.Books("M1");
        Assert.Equal(10_000, new LedgerView(snapshot, DateOnly.MaxValue, Stamp.Max).Cash(snapshot.MotherFund));
    }

    [Fact]
    public async Task Companies_rounds_investments_and_exits_are_recorded_with_their_rules()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        const string company = """
            Companies: code, name_zh, date, credit_code, sector
            CO1, 示例企业, 2020-01-01, 91340100MA2MRBRN7C, semiconductors
            Rounds: ref, date, company, name, total_raised, co_investors
            RA, 2020-04-01, CO1, A轮, 100, 某基金
            Investments: ref, date, fund, company, round, amount
            I1, 2020-04-01, S1, CO1, RA, 30

            """;
        var wrong = await host.Submit(company.Replace("RA, 30", "RA, 101", StringComparison.Ordinal)
            .Replace("91340100MA2MRBRN7C", "91340100MA2MRBRN70", StringComparison.Ordinal));
        Assert.Contains(("Companies", 2, "credit_code", "import.notACreditCode"), wrong.Errors.Places());
        var above = await host.Submit(company.Replace("RA, 30", "RA, 101", StringComparison.Ordinal).Replace("91340100MA2MRBRN7C", "", StringComparison.Ordinal));
        Assert.Equal([("Investments", 2, "amount", "holding.partsAboveRaised")], above.Errors.Places());
        await host.Import(company.Replace("91340100MA2MRBRN7C", "", StringComparison.Ordinal) + """
            Exits: ref, date, fund, company, kind, proceeds, cost_relieved
            E1, 2021-04-01, S1, CO1, 转让, 20, 10
            E2, 2021-05-01, S1, CO1, 分红, 1,
            E3, 2021-06-01, S1, CO1, write off, , 20
            """);
        var edge = (await host.Books("M1")).EdgesHeldBy((await host.Books("M1")).FindNode("S1")!.Id).Last();
        var view = new LedgerView(await host.Books("M1"), DateOnly.MaxValue, Stamp.Max);
        Assert.Equal((0, 2_000, 100, 0L), (view.CostHeld(edge), view.Sum(edge, LineKind.ExitProceeds), view.Sum(edge, LineKind.Dividend), view.LevelRolledForward(edge)));
        var tooMuch = await host.Submit("Exits: ref, date, fund, company, kind, proceeds, cost_relieved\nE4, 2021-07-01, S1, CO1, transfer, 1, 1");
        Assert.Equal([("Exits", 2, "cost_relieved", "holding.aboveCostHeld")], tooMuch.Errors.Places());
    }

    [Fact]
    public async Task Of_one_voucher_with_many_rows_only_the_lines_of_the_same_row_are_taken_back_together()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base + """

            Companies: code, name_zh, date
            CO1, 示例企业, 2020-01-01
            Investments: ref, date, fund, company, amount
            I1, 2020-04-01, S1, CO1, 30
            Exits: ref, date, fund, company, kind, proceeds, cost_relieved
            E1, 2020-05-01, S1, CO1, 转让, 20, 10
            Valuations: ref, date, fund, company, amount
            V1, 2020-05-01, S1, CO1, 25
            Exchanges: ref, date, fund, sold_currency, sold, bought_currency, bought
            X1, 2020-05-01, M1, CNY, 7, USD, 1
            X2, 2020-05-01, M1, CNY, 14, USD, 2
            """);
        var lines = (await Lines(host)).Where(line => line.EffectiveDate == Importing.Day("2020-05-01")).ToList();
        Assert.Single(lines.Select(line => line.Voucher).Distinct());
        foreach (var (reference, kind) in new[] { ("Exchanges:X2", LineKind.CurrencySold), ("Exits:E1", LineKind.CostRelieved), ("Valuations:V1", LineKind.Valuation) })
        {
            var line = lines.Single(line => line.Reference == reference && line.Kind == kind);
            var posted = await host.Dispatcher.Post(new Application.Records.ReverseLine.Command("M1", line.Sequence, Voucher: null, "wrong"));
            var together = lines.Where(other => other.Reference == reference).Select(other => other.Sequence).Order();
            var reversed = (await Lines(host)).Where(other => posted.Lines.Contains(other.Sequence)).Select(other => other.Reverses!.Value).Order();
            Assert.Equal(together, reversed);
        }
    }

    [Fact]
    public async Task Phases_are_numbered_by_date_and_unmet_conditions_need_a_reason_to_call()
    {
        await using var host = await TestHost.Create();
        const string plan = """
            Plans: ref, fund, date, rolling
            PL, M1, 2020-01-01, yes
            Tranches: ref, fund, date, amount, budget_year
            T2, M1, 2021-01-01, 500, 2021
            T1, M1, 2020-03-01, 500, 2020
            Conditions: ref, tranche, text, evidence
            A, T1, 章程已签署, 工商档案
            B, T1, 投委会已成立,

            """;
        var books = WorkbookTests.Base.Replace("Calls: ref, date, due_date, fund", "Calls: ref, date, due_date, fund, tranche, override_reason", StringComparison.Ordinal);
        var unmet = await host.Submit(plan + books.Replace("2020-03-20, M1", "2020-03-20, M1, T1,", StringComparison.Ordinal));
        Assert.Contains(("Calls", 2, "ref", "call.conditionsNotMet"), unmet.Errors.Places());
        await host.Import(plan + books.Replace("2020-03-20, M1", "2020-03-20, M1, T1, 管委会同意", StringComparison.Ordinal));
        var stored = await host.Look(db => Task.FromResult(db.ContributionPlans.Single()));
        Assert.Equal([(1, 2020), (2, 2021)], stored.Tranches.Select(tranche => (tranche.Number, tranche.PlannedDate.Year)));
        Assert.Equal([true, false], stored.Tranches[0].Conditions.Select(condition => condition.IsMet));
        var call = await host.Look(db => Task.FromResult(db.CapitalCalls.Single()));
        Assert.Equal((1, "管委会同意"), (call.Tranche, call.OverrideReason));
    }

    [Fact]
    public async Task A_circle_of_funds_is_refused()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        var outcome = await host.Submit("Commitments: ref, date, holder, fund, amount\nC9, 2020-05-01, S1, M1, 1");
        Assert.Equal([("Commitments", 2, "ref", "ledger.cycle")], outcome.Errors.Places());
    }

    [Fact]
    public async Task Facts_take_effect_on_their_day_in_the_words_of_either_language()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        await host.Import("Facts: ref, date, subject, name, value\nF1, 2021-01-01, S1, fundClass, angel\nF2, 2021-01-01, M1, leverageTarget:SocialToFiscal, 5");
        var wrong = await host.Submit("Facts: ref, date, subject, name, value\nF3, 2021-01-01, S1, colour, red\nF4, 2021-01-01, S1, fundClass, red");
        Assert.Equal(["fact.nameNotKnown", "fact.valueNotKnown"], wrong.Errors.Places().Select(place => place.Reason));
        var snapshot = await host.Books("M1");
        var fund = snapshot.FindNode("S1")!.Id;
        Assert.Equal("Theme", snapshot.FactOn(fund, FactNames.FundClass, new DateOnly(2020, 12, 31), Stamp.Max)?.Value);
        Assert.Equal("Angel", snapshot.FactOn(fund, FactNames.FundClass, new DateOnly(2021, 1, 1), Stamp.Max)?.Value);
    }

    private static async Task<IReadOnlyList<LineCard>> Lines(TestHost host) => (await host.Must(new GetLedger.Query("M1", PageSize: 1000), Actors.Auditor1)).Lines;
}
