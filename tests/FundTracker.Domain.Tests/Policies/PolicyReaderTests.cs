using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Tests.Policies.Whole;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>What is read for rules and schemes beside plain inputs: what people state, what they claim, and what follows from a grade.</summary>
public sealed class PolicyReaderTests
{
    private static readonly EvidenceInput Share = new("share", PolicyUnit.Percent, PolicyBook.Name("share"));
    private static readonly EvidenceInput Audited = new("audited", PolicyUnit.Flag, PolicyBook.Name("audited"));
    private readonly LedgerView view = PolicyBook.View("2023-03-31");

    private PolicyReader Reader => new(view, PolicyBook.Plans(view), PolicyBook.Rules());

    [Fact]
    public void What_the_books_know_is_scored_whatever_was_claimed()
    {
        var card = Score("F", new Ladder("paidInRatio", Share, null, Bands()), [Claim("share", "99")]);
        Assert.Equal((55m, IndicatorBasis.Computed, PolicyUnit.Percent), (card.Deciding.Reading.Number, card.Basis, card.Deciding.Unit));
    }

    [Fact]
    public void What_the_books_do_not_know_is_scored_by_the_claim()
    {
        var card = Score("H", new Ladder("navGrowth", Share, null, Bands()), [Claim("share", "30")]);
        Assert.Equal((30m, IndicatorBasis.Entered, PolicyUnit.Percent), (card.Deciding.Reading.Number, card.Basis, card.Deciding.Unit));
        Assert.Equal("policy.evidence.share@H", card.Deciding.Reading.Figure.Id.ToString());
        Assert.Empty(card.Deciding.Reading.Figure.Trail.Inputs);
    }

    [Fact]
    public void Before_there_are_claims_the_fact_is_read_and_after_them_it_is_not()
    {
        var ladder = new Ladder("share", Share, null, Bands());
        var before = Score("M", ladder, entries: null).Deciding.Reading;
        Assert.Equal(12.5m, before.Number);
        Assert.Equal("evidence:share", Assert.IsType<FactInput>(Assert.Single(before.Figure.Trail.Inputs)).Fact!.Name);
        var after = Score("M", ladder, entries: []).Deciding.Reading;
        Assert.Equal((null, "evaluation.notClaimed"), (after.Number, after.Figure.NoneReason!.Code));
    }

    [Theory]
    [InlineData(PolicyUnit.Percent, "12.5;p", "12.5 %")]
    [InlineData(PolicyUnit.Multiple, "1.25;p", "1.25x")]
    [InlineData(PolicyUnit.Years, "3.5;p", "3.5 Years")]
    [InlineData(PolicyUnit.Days, "30;p", "30 Days")]
    [InlineData(PolicyUnit.Count, "4;p", "4 Count")]
    [InlineData(PolicyUnit.Flag, "yes;p", "1 Flag")]
    [InlineData(PolicyUnit.Flag, "no;p", "0 Flag")]
    public void What_is_stated_has_the_unit_that_was_asked_for(PolicyUnit unit, string stated, string expected)
    {
        var asked = TestBooks.Of("mother M CNY\n2023-01-01 M evidence:thing = " + stated).View("2023-03-31");
        var reading = new PolicyReader(asked, [], PolicyBook.Rules()).Stated(new EvidenceInput("thing", unit, PolicyBook.Name("thing")), Subject(asked, "M"));
        var said = reading.Figure.Value switch
        {
            Percentage percentage => $"{percentage.Percent:0.##} %",
            Multiple multiple => $"{multiple.Value}x",
            Quantity quantity => $"{quantity.Value} {quantity.Unit}",
            var other => $"{other}",
        };
        Assert.Equal(expected, said);
        Assert.Equal(decimal.Parse(expected.Split(' ', 'x')[0]), reading.Number);
    }

    [Fact]
    public void What_is_computed_needs_no_parameters_and_what_nobody_computes_is_not_there()
    {
        var subject = Subject(view, "F");
        Assert.Equal(55m, Reader.Computed("paidInRatio", subject)!.Number);
        Assert.Null(Reader.Computed("investedWithin", subject));
        Assert.Null(Reader.Computed("unheard", subject));
    }

    [Fact]
    public void Subjects_are_those_set_up_and_one_alone_where_one_is_asked()
    {
        Assert.Equal(["M"], Codes(Reader, RuleSubjects.MotherFund));
        Assert.Equal(["F", "G", "H"], Codes(Reader, RuleSubjects.SubFunds)); // K is not the mother fund's, L is wound up, P is planned
        Assert.Equal(["M", "F", "G", "H"], Codes(Reader, RuleSubjects.AllFunds));
        Assert.Equal(["F", "G", "H", "K", "L", "P"], Codes(Reader, RuleSubjects.PlannedFunds));
        Assert.Equal(["M", "F", "G", "H", "K", "L", "P"], Codes(Reader, RuleSubjects.AllPlannedFunds));
        Assert.Equal(["M/class:Function", "M/class:Theme"], Codes(Reader, RuleSubjects.FundClasses));
        var one = new PolicyReader(view, [], PolicyBook.Rules(), only: "G");
        Assert.Equal(["G"], Codes(one, RuleSubjects.AllPlannedFunds));
        Assert.Empty(Codes(one, RuleSubjects.MotherFund));
        Assert.Equal("F", Reader.SubjectOf("F")!.Code);
        Assert.Null(Reader.SubjectOf("A"));
        Assert.Null(Reader.SubjectOf("NOBODY"));
    }

    [Fact]
    public void A_class_is_asked_for_by_its_own_name_and_by_the_facts_of_the_mother_fund()
    {
        var theme = Reader.SubjectsOf(RuleSubjects.FundClasses)[1];
        Assert.Equal("Theme", Reader.Fact(theme, FactNames.FundClass));
        Assert.Equal("Company", Reader.Fact(theme, FactNames.LegalForm));
        Assert.Equal("Theme", Reader.Fact(Subject(view, "F"), FactNames.FundClass));
        Assert.Null(Reader.Fact(Subject(view, "F"), "targetSize"));
    }

    [Fact]
    public void A_figure_is_found_by_its_address_deep_in_a_trail_and_what_is_none_is_not()
    {
        Assert.Equal("5.00 CNY", Find("policy.feesOfYear", "F")!.Value!.ToString());
        Assert.Equal("86.00 CNY", Find("policy.investedByThen", "F/years:2")!.Value!.ToString());
        Assert.Equal("300.00 CNY", Find("policy.othersCommitted", "M/class:Theme")!.Value!.ToString());
        Assert.Equal("12.50 %", Reader.Find(new FigureId("policy.evidence.share", "M"), [Share])!.Value!.ToString());
        Assert.Null(Reader.Find(new FigureId("policy.evidence.share", "M"), [Audited]));
        Assert.Null(Find("policy.investedByThen", "F"));
        Assert.Null(Find("policy.unheard", "F"));
        Assert.Null(Find("policy.feesOfYear", "NOBODY"));

        IFigure? Find(string formula, string scope) => Reader.Find(new FigureId(formula, scope), []);
    }

    [Fact]
    public void A_figure_of_a_gate_is_found_by_its_address_while_its_phase_is_known()
    {
        var (plans, calls) = (PolicyBook.Plans(view), PolicyBook.Calls(view));
        Assert.Equal("450.00 CNY", Find(view, "gate.paidBefore", 2)!.Value!.ToString());
        Assert.Equal("500.00 CNY", Find(view, "gate.plannedBefore", 2)!.Value!.ToString());
        Assert.Equal("0", Find(view, "gate.budgetApproved", 4)!.Value!.ToString());
        Assert.Null(Find(view, "gate.unheard", 2));
        var early = new LedgerView(view.Book, view.AsOf, LedgerText.Instant("2022-05-31"));
        Assert.Null(Find(early, "gate.budgetApproved", 4)); // drawn up the day after
        Assert.Equal("500.00 CNY", Find(early, "gate.plannedBefore", 2)!.Value!.ToString());

        IFigure? Find(LedgerView on, string formula, int phase) => GateEngine.Find(on, plans[0], calls, new FigureId(formula, $"M/phase:{phase}"));
    }

    [Fact]
    public void What_follows_from_a_grade_is_said_in_money()
    {
        // F: paid in 242 at 2 %, half of it; the next phase 160 released to a quarter; M's gain 25 + 80 - 62 = 43, a tenth given up.
        var all = Effects("F", 2m, new GradeTerms(0.5m, 25m, 10m));
        Assert.Equal(
            [
                "ManagementFee 0.5: 4.84 CNY to 2.42 CNY on  of policy.paidIn@F", "NextTranche 25: 160.00 CNY to 40.00 CNY on 2026-03-11 of ",
                "GainGivenUp 10: 43.00 CNY to 4.30 CNY on  of distributed@F,nav@F,paidIn@F",
            ], all);
    }

    [Fact]
    public void Without_a_plan_what_is_owed_is_the_next_payment_and_a_loss_gives_nothing_up()
    {
        // H: paid in 20 of 30 dollars by M, worth 19.
        Assert.Equal(
            ["NextTranche 50: 10.00 USD to 5.00 USD on  of unfunded@H", "GainGivenUp 10: 0.00 USD to 0.00 USD on  of distributed@H,nav@H,paidIn@H"],
            Effects("H", null, new GradeTerms(null, 50m, 10m)));
        Assert.Equal(["GainGivenUp 10: figure.noNav"], Effects("G", 2m, new GradeTerms(null, null, 10m)));
        Assert.Equal(["ManagementFee 1: figure.nothingPaidIn"], Effects("P", 2m, new GradeTerms(1m, null, null)));
        Assert.Equal(["NextTranche 1: evaluation.nothingToPay"], Effects("L", 2m, new GradeTerms(null, 1m, null)));
        Assert.Empty(Effects("F", null, new GradeTerms(1m, null, null)));
        Assert.Empty(Effects("F", 2m, terms: null));
    }

    [Theory]
    [InlineData("2026-03-10", "NextTranche 50: 160.00 CNY to 80.00 CNY on 2026-03-11 of ")]
    [InlineData("2026-03-11", "NextTranche 50: 60.00 CNY to 30.00 CNY on  of unfunded@F")] // planned for the day itself: what M still owes
    public void The_next_payment_is_the_first_phase_behind_the_day(string day, string effect) =>
        Assert.Equal([effect], Effects("F", null, new GradeTerms(null, 50m, null), PolicyBook.View(day)));

    [Theory]
    [InlineData(0, "NextTranche 50: 160.00 CNY to 80.00 CNY on 2026-03-11 of ")]
    [InlineData(-1, "NextTranche 50: evaluation.nothingToPay")] // a moment before the plan and its phases were approved
    public void A_phase_is_the_next_payment_from_the_instant_of_its_approval_on(int moments, string effect)
    {
        var knownAt = new Stamp(LedgerText.Instant("2020-02-01").UnixMicroseconds + moments);
        Assert.Equal([effect], Effects("F", null, new GradeTerms(null, 50m, null), new LedgerView(view.Book, view.AsOf, knownAt)));
    }

    private string[] Effects(string fund, decimal? fee, GradeTerms? terms, LedgerView? on = null)
    {
        var (view, reader) = (on ?? this.view, on is null ? Reader : new PolicyReader(on, PolicyBook.Plans(on), PolicyBook.Rules()));
        var scheme = SchemeOf([]) with { FeePercent = fee };
        var grade = terms is null ? null : new Grade("good", PolicyBook.Name("good"), 80m, terms);
        return
        [
            .. GradeEffects.Of(view, reader, PolicyBook.Plans(view), Subject(view, fund), scheme, grade).Select(effect => effect.Reason is { } reason
                ? $"{effect.Kind} {effect.Term}: {reason.Code}"
                : $"{effect.Kind} {effect.Term}: {effect.Base} to {effect.Amount} on {effect.PlannedDate:O} of {string.Join(',', effect.Bases.Select(one => one.Id))}"),
        ];
    }

    private IndicatorScore Score(string fund, Ladder ladder, IReadOnlyList<SelfEntry>? entries) => Assert.Single(
        Reader.Score(SchemeOf([ladder]), Subject(view, fund), isRetroactive: false, entries).Scores);

    private static Scheme SchemeOf(IReadOnlyList<Ladder> ladders) => new(
        "test", "test-1", PolicyBook.Name("test"), PolicyBook.Name("test"), SourceStatus.Text, new DateOnly(2020, 1, 1), 2020, IsTemplate: false, IsOwn: true,
        [new IndicatorGroup("A", PolicyBook.Name("A"), 100m, [new Indicator("A1", PolicyBook.Name("A1"), 100m, ladders, [])])], [], [], null, null);

    private static IReadOnlyList<Band> Bands() => [new Band(0m, IsAbove: false, 50m, 40m), new Band(50m, IsAbove: false, null, 100m)];

    private static SelfEntry Claim(string input, string answer) => new(input, answer, "paper");

    private static string[] Codes(PolicyReader reader, RuleSubjects subjects) => [.. reader.SubjectsOf(subjects).Select(subject => subject.Code)];

    private static PolicySubject Subject(LedgerView view, string code) =>
        new(code, view.Book.FindNode(code)!.Name, view.Book.FindNode(code)!.Id);
}
