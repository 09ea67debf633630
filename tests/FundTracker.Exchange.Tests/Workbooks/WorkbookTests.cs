using FundTracker.Application.Imports;
using FundTracker.Application.Ledger;
using FundTracker.Application.Periods;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Workbooks;

/// <summary>Workbooks of records: judged row by row, approved by another person, posted all or nothing.</summary>
public sealed class WorkbookTests
{
    /// <summary>A mother fund, two shareholders, a sub-fund, and money called and paid.</summary>
    internal const string Base = """
        Funds: code, kind, name_zh, date, family, class, target_size
        M1, mother, 甲母基金, 2020-01-01, FAM, , 1000
        S1, sub, 乙子基金, 2020-02-01, , theme, 400
        Investors: code, name_zh, date, kind, fiscal_level
        FIN, 区财政局, 2020-01-01, fiscal, district
        SOE, 国资公司, 2020-01-01, 国资,
        Commitments: ref, date, holder, fund, amount
        C1, 2020-01-05, FIN, M1, 600
        C2, 2020-01-05, SOE, M1, 400
        C3, 2020-02-05, M1, S1, 300
        Calls: ref, date, due_date, fund
        K1, 2020-03-01, 2020-03-20, M1
        CallItems: ref, call, purpose, amount
        K1-1, K1, investment, 90
        K1-2, K1, management fee, 10
        Contributions: ref, date, holder, call, fund, amount
        P1, 2020-03-10, FIN, K1, , 60
        P2, 2020-03-12, SOE, K1, , 40
        P3, 2020-03-15, M1, , S1, 50
        """;

    [Fact]
    public async Task A_workbook_waits_for_another_person_and_no_figure_sees_it_before()
    {
        await using var host = await TestHost.Create();
        var submitted = (await host.Submit(Base)).Value;
        Assert.Equal(0, await host.Look(db => Task.FromResult(db.Nodes.Count() + db.Lines.Count() + db.ImportedRows.Count())));
        var refused = await host.Send(new ApproveImport.Command("M1", submitted.Batch!.Value), Actors.Manager1);
        var posted = await host.Must(new ApproveImport.Command("M1", submitted.Batch.Value), Actors.Approver1);
        Assert.Equal("pipeline.notAllowed", refused.Error.Code);
        Assert.Equal(submitted.Preview.Counts, posted);
        var lines = await host.Look(db => Task.FromResult(db.Lines.ToList()));
        Assert.All(lines, line => Assert.Equal(("manager1", "approver1"), (line.RecordedBy, line.ApprovedBy)));
    }

    [Fact]
    public async Task Nobody_approves_what_they_handed_in_themselves()
    {
        await using var host = await TestHost.Create();
        var both = Actors.Of("approver1", Application.Pipeline.Role.Approver);
        var submitted = await host.Must(new SubmitImport.Command("M1", "records.xlsx", Importing.Workbook(Base)), both);
        var outcome = await host.Send(new ApproveImport.Command("M1", submitted.Batch!.Value), both);
        Assert.Equal("approval.samePerson", outcome.Error.Code);
        Assert.Equal(0, await host.Look(db => Task.FromResult(db.Lines.Count())));
    }

    [Fact]
    public async Task Calls_are_shared_out_paid_and_kept_and_every_line_names_its_row_and_file()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        var snapshot = await host.Books("M1");
        var view = new LedgerView(snapshot, DateOnly.MaxValue, Stamp.Max);
        var finance = snapshot.FindEdge(EdgeKind.Commitment, snapshot.FindNode("FIN")!.Id, snapshot.MotherFund);
        Assert.Equal((60_000, 6_000, 54_000, 0), (view.Commitment(finance), view.PaidIn(finance), view.Unfunded(finance), view.OutstandingCalls(finance)));
        Assert.Equal(5_000, view.Cash(snapshot.MotherFund));
        var call = await host.Look(db => Task.FromResult(db.CapitalCalls.Single()));
        Assert.Equal((1, Domain.Capital.CallStage.Issued, 10_000L), (call.Number, call.Stage, call.Amount.MinorUnits));
        var cards = await host.Must(new GetLedger.Query("M1", "FIN"), Actors.Auditor1);
        Assert.Equal(["Commitments:C1", "Calls:K1", "Calls:K1", "Contributions:P1", "Contributions:P1"], cards.Lines.Select(line => line.Reference));
        Assert.All(cards.Lines, line => Assert.Equal("records.xlsx", line.DocumentName));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_needs_no_approval()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        var again = (await host.Submit(Base)).Value;
        Assert.Null(again.Batch);
        Assert.Equal((0, 13, 0), (again.Preview.Counts.New, again.Preview.Counts.Skipped, again.Preview.Counts.Lines));
    }

    [Fact]
    public async Task A_longer_file_adds_only_what_is_new()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        var added = await host.Import(Base + "\nP4, 2020-04-01, M1, , S1, 25");
        Assert.Equal(new ImportCounts(New: 1, Skipped: 13, Lines: 1), added);
    }

    [Fact]
    public async Task The_same_ref_with_other_content_is_refused_with_both_shown()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        var outcome = await host.Submit("""
            Contributions: ref, date, holder, call, fund, amount
            P1, 2020-03-10, FIN, K1, , 61
            """);
        Assert.Equal([("Contributions", 2, "ref", "import.refTaken")], outcome.Errors.Places());
        var reason = Importing.Arg<Domain.Results.DomainError>(outcome.Error, "reason");
        Assert.Equal(("amount=60", "amount=61"), (Importing.Arg<string>(reason, "recorded"), Importing.Arg<string>(reason, "given")));
    }

    [Fact]
    public async Task The_same_ref_twice_in_a_file_with_other_content_is_refused()
    {
        await using var host = await TestHost.Create();
        var outcome = await host.Submit(Base + "\nP3, 2020-03-15, M1, , S1, 51");
        Assert.Equal([("Contributions", 5, "ref", "import.refTwice")], outcome.Errors.Places());
    }

    [Theory]
    [InlineData("p3")]
    [InlineData("Ｐ3")]
    public async Task A_ref_that_not_every_engine_tells_from_another_is_refused(string alike)
    {
        await using var host = await TestHost.Create();
        var inOneFile = await host.Submit(Base + $"\n{alike}, 2020-03-15, M1, , S1, 51");
        Assert.Equal([("Contributions", 5, "ref", "import.refSpelledAlike")], inOneFile.Errors.Places());
        await host.Import(Base);
        var inAnother = await host.Submit($"""
            Contributions: ref, date, holder, call, fund, amount
            {alike}, 2020-04-01, M1, , S1, 25
            """);
        Assert.Equal([("Contributions", 2, "ref", "import.refSpelledAlike")], inAnother.Errors.Places());
        Assert.Equal("P3", Importing.Arg<string>(Importing.Arg<Domain.Results.DomainError>(inAnother.Error, "reason"), "other"));
    }

    [Fact]
    public async Task Cash_in_one_currency_is_changed_for_another()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base + """

            Exchanges: ref, date, fund, sold_currency, sold, bought_currency, bought
            X1, 2020-03-14, M1, CNY, 14.20, USD, 2
            """);
        var snapshot = await host.Books("M1");
        var view = new LedgerView(snapshot, DateOnly.MaxValue, Stamp.Max);
        Assert.Equal((3_580, 200), (view.Cash(snapshot.MotherFund), view.Cash(snapshot.MotherFund, Currency.Of("USD"))));

        const string Head = "Exchanges: ref, date, fund, sold_currency, sold, bought_currency, bought\n";
        var same = await host.Submit(Head + "X2, 2020-03-15, M1, CNY, 1, CNY, 1");
        var unknown = await host.Submit(Head + "X2, 2020-03-15, M1, YUAN, 1, CNY, 1");
        var nothing = await host.Submit(Head + "X2, 2020-03-15, M1, CNY, 1, USD, 0");
        Assert.Equal([("Exchanges", 2, "bought_currency", "ledger.sameCurrency")], same.Errors.Places());
        Assert.Equal([("Exchanges", 2, "sold_currency", "import.notAWord")], unknown.Errors.Places());
        Assert.Equal([("Exchanges", 2, "bought", "import.notPositive")], nothing.Errors.Places());
    }

    [Fact]
    public async Task Two_equal_payments_on_one_day_are_legal()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base + "\nP4, 2020-04-01, M1, , S1, 25\nP5, 2020-04-01, M1, , S1, 25");
        var snapshot = await host.Books("M1");
        var edge = snapshot.FindEdge(EdgeKind.Commitment, snapshot.MotherFund, snapshot.FindNode("S1")!.Id);
        Assert.Equal(10_000, new LedgerView(snapshot, DateOnly.MaxValue, Stamp.Max).PaidIn(edge));
    }

    [Fact]
    public async Task Rows_that_break_a_rule_are_refused_at_their_cell_and_nothing_is_kept()
    {
        await using var host = await TestHost.Create();
        var outcome = await host.Submit(Base + """

            P6, 2020-03-16, FIN, K1, , 0.01
            P7, 2020-03-16, M1, , S1, 251
            P8, 2020-03-16, M1, , S1, 0.001
            P9, 2020-03-16, NOBODY, , S1, 1
            P10, 2020-03-16, FIN, K9, , 1
            P11, 30/3/20, M1, , S1, 1
            """);
        Assert.Equal(
            [
                ("Contributions", 10, "date", "import.notADate"), ("Contributions", 5, "ref", "call.aboveDue"),
                ("Contributions", 6, "amount", "ledger.aboveUnfunded"), ("Contributions", 7, "amount", "import.finerThanMinorUnit"),
                ("Contributions", 8, "holder", "import.unknownCode"), ("Contributions", 9, "call", "import.unknownRef"),
            ],
            outcome.Errors.Places());
        Assert.Equal(0, await host.Look(db => Task.FromResult(db.ImportBatches.Count())));
    }

    [Fact]
    public async Task Calls_above_what_is_callable_are_refused_with_the_figures()
    {
        await using var host = await TestHost.Create();
        var outcome = await host.Submit(Base.Replace("K1-1, K1, investment, 90", "K1-1, K1, investment, 1000", StringComparison.Ordinal));
        Assert.Contains(("Calls", 2, "ref", "call.aboveCallable"), outcome.Errors.Places());
    }

    [Fact]
    public async Task Unknown_sheets_and_columns_and_missing_ones_are_refused()
    {
        await using var host = await TestHost.Create();
        var preview = await host.Preview("""
            Funds: code, kind, name_zh, date, colour
            M1, mother, 甲, 2020-01-01, red
            Payments: ref, date
            P1, 2020-01-01
            Navs: ref, fund, amount
            N1, M1, 5
            """);
        Assert.Equal(
            [("Funds", "colour", "import.unknownColumn"), ("Payments", "", "import.unknownSheet"), ("Navs", "date", "import.columnMissing")],
            preview.Errors.Places().Select(place => (place.Sheet, place.Column, place.Reason)));
    }

    [Fact]
    public async Task What_changed_in_the_books_since_is_judged_when_the_import_is_approved()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        const string more = "Contributions: ref, date, holder, call, fund, amount\n";
        var first = (await host.Submit(more + "P4, 2020-04-01, M1, , S1, 200")).Value.Batch!.Value;
        var second = (await host.Submit(more + "P5, 2020-04-01, M1, , S1, 200")).Value.Batch!.Value;
        await host.Must(new ApproveImport.Command("M1", first), Actors.Approver1);
        var outcome = await host.Send(new ApproveImport.Command("M1", second), Actors.Approver1);
        Assert.Equal([("Contributions", 2, "amount", "ledger.aboveUnfunded")], outcome.Errors.Places());
        var state = (await host.Must(new ListImports.Query("M1", ImportState.Pending), Actors.Auditor1)).Single();
        Assert.Equal(second, state.Batch);
    }

    [Fact]
    public async Task An_import_that_was_turned_down_keeps_its_file_and_reason_and_posts_nothing()
    {
        await using var host = await TestHost.Create();
        var batch = (await host.Submit(Base)).Value.Batch!.Value;
        await host.Must(new RejectImport.Command("M1", batch, "Wrong year"), Actors.Approver1);
        var again = await host.Send(new ApproveImport.Command("M1", batch), Actors.Approver1);
        Assert.Equal("approval.notPending", again.Error.Code);
        var import = Assert.Single(await host.Must(new ListImports.Query("M1"), Actors.Auditor1));
        Assert.Equal((ImportState.Rejected, "Wrong year", "approver1"), (import.State, import.Reason, import.DecidedBy));
        Assert.NotNull(await host.Look(db => Task.FromResult(db.ImportBatches.Single().Content)));
    }

    [Fact]
    public async Task A_row_in_a_closed_quarter_is_refused()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        await host.Must(new HoldQuarter.Command("M1", "2020Q2"), Actors.Approver1);
        var held = await host.Submit("FundCash: ref, date, fund, kind, amount\nX1, 2020-04-01, M1, expense, 1");
        await host.Must(new CloseQuarter.Command("M1", "2020Q2"), Actors.Approver1);
        var closed = await host.Submit("FundCash: ref, date, fund, kind, amount\nX1, 2020-04-01, M1, expense, 1");
        Assert.Equal([("FundCash", 2, "date", "ledger.periodOnHold")], held.Errors.Places());
        Assert.Equal([("FundCash", 2, "date", "ledger.periodClosed")], closed.Errors.Places());
    }

    [Fact]
    public async Task History_that_takes_cash_below_zero_is_shown_not_refused()
    {
        await using var host = await TestHost.Create();
        var preview = await host.Preview(Base + "\nP4, 2020-03-15, M1, , S1, 60");
        Assert.Empty(preview.Errors);
        var remark = Assert.Single(preview.Remarks);
        Assert.Equal(
            ("import.cashBelowZero", "M1", new DateOnly(2020, 3, 15), -10m),
            (remark.Code, Importing.Arg<string>(remark, "fund"), Importing.Arg<DateOnly>(remark, "date"), Importing.Arg<Money>(remark, "cash").Amount));
    }

    [Fact]
    public async Task A_single_sheet_as_csv_is_known_by_its_columns()
    {
        await using var host = await TestHost.Create();
        await host.Import(Base);
        var csv = Importing.Bytes("ref,date,fund,kind,amount\nX1,2020-04-01,M1,管理费,1\n");
        var looked = await host.Must(new InspectImport.Query("FundCash.csv", csv), Actors.Manager1);
        Assert.Equal(ImportKind.Workbook, looked.Kind);
        var submitted = await host.Must(new SubmitImport.Command("M1", "FundCash.csv", csv), Actors.Manager1);
        Assert.Equal(LineKind.ManagementFee, Assert.Single(submitted.Preview.Lines).Kind);
    }
}
