using System.Numerics;
using CsCheck;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Model;

/// <summary>
/// The domain and a plain model are driven by the same random commands. After each one both must have refused for the same reasons or both
/// not, and every balance, the mother fund's NAV and all leverage ratios must agree: now, and on some earlier day as known at some earlier time.
/// </summary>
public sealed class ModelTests
{
    private static readonly int Rows = Math.Max(1, Cases.Count / 5);

    private static readonly string[] CommonRefusals =
    [
        "approval.notYours", "approval.samePerson", "call.aboveCallable", "call.aboveDue", "call.dueBeforeNotice", "call.nothingCalled", "call.nothingOpen",
        "call.notCalled", "call.paidBeforeNotice", "call.wrongStage", "cash.aboveCreditDrawn", "commitment.abovePaidIn", "commitment.exists",
        "commitment.transferNeedsOther", "holding.aboveCostHeld", "holding.nothingExited", "holding.writeOffWithProceeds", "ledger.aboveCallable",
        "ledger.aboveUnfunded", "ledger.amountNotPositive", "ledger.cashBelowZero", "ledger.commitmentBelowPaidIn", "ledger.cycle",
        "ledger.earlierPeriodOpen", "ledger.memoNotReversible", "ledger.partOfAct", "ledger.periodClosed", "ledger.periodNotInState", "share.nobodyPaidIn",
    ];

    [Fact]
    public void The_domain_and_the_model_agree_after_every_command() =>
        Commands.Any.Array[1, 60].Sample(Compare, iter: Rows, print: Print);

    // A row of commands that are nearly all refused, or all done, would prove little.
    [Fact]
    public void Every_kind_of_command_is_done_and_every_common_refusal_met_in_the_rows_that_are_drawn()
    {
        var (done, refused) = (new HashSet<string>(), new HashSet<string>());
        Commands.Any.Array[60].Sample(
            row =>
            {
                var model = Opened(new ReferenceFamily());
                for (var i = 0; i < row.Length; i++)
                {
                    var command = Commands.Read(row[i], model, i);
                    var codes = model.Do(command);
                    lock (done) if (codes.Count == 0) done.Add(command.GetType().Name);
                    lock (refused) refused.UnionWith(codes);
                }
            },
            iter: 200);
        var kinds = typeof(Command).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Command))).Select(type => type.Name).ToList();
        Assert.Equal(kinds.Order(), done.Order());
        Assert.Empty(CommonRefusals.Except(refused));
    }

    private static void Compare(Commands.Drawn[] row)
    {
        var (model, domain) = (new ReferenceFamily(), new DomainFamily());
        foreach (var command in Opening) Assert.Empty(domain.Do(command));
        Opened(model);
        for (var i = 0; i < row.Length; i++)
        {
            var command = Commands.Read(row[i], model, i);
            var (lines, hash, facts) = (domain.Books.Lines.Count, domain.Books.Head.LedgerHash, domain.Books.Facts.Count);
            var refused = domain.Do(command);
            Assert.Equal(model.Do(command).Order(), refused.Order());
            if (refused.Count > 0)
                Assert.Equal((lines, hash, facts), (domain.Books.Lines.Count, domain.Books.Head.LedgerHash, domain.Books.Facts.Count));
            Assert.Equal(model.Ledger.Count, domain.Books.Lines.Count);
            Assert.Equal(model.Calls.Select(call => call.Stage), domain.Stages);
            Same(model, domain.Books, DateOnly.MaxValue, known: null);
            Same(model, domain.Books, new DateOnly(2023, 1, 1).AddDays(row[i].A % 600), known: row[i].B % (lines + 1));
        }

        SameExposure(model, domain.Books);
        Assert.True(ChainVerifier.VerifyLines(domain.Books.Lines, domain.Books.Head).Holds);
        Assert.True(ChainVerifier.VerifyFacts(domain.Books.Facts, domain.Books.Head).Holds);
    }

    internal static readonly Command[] Opening =
    [
        new Command.StateFact("FIN", "investorKind", "Fiscal", new DateOnly(2022, 12, 31)),
        new Command.StateFact("CITY", "investorKind", "SocialCapital", new DateOnly(2022, 12, 31)),
        new Command.StateFact("BANK", "investorKind", "Financial", new DateOnly(2022, 12, 31)),
        new Command.Commit("FIN", "MOTHER", 30_000_000, new DateOnly(2022, 12, 31), "approver1"),
        new Command.Commit("CITY", "MOTHER", 10_000_001, new DateOnly(2022, 12, 31), "approver1"),
        new Command.Commit("MOTHER", "SUB1", 12_000_000, new DateOnly(2022, 12, 31), "approver1"),
        new Command.Commit("CITY", "SUB1", 7_000_003, new DateOnly(2022, 12, 31), "approver1"),
        new Command.Commit("BANK", "SUB2", 20_000_000, new DateOnly(2022, 12, 31), "approver1"),
        new Command.FundCash("MOTHER", "OpeningCash", 10_000_000, new DateOnly(2022, 12, 31)),
    ];

    private static ReferenceFamily Opened(ReferenceFamily model)
    {
        foreach (var command in Opening) Assert.Empty(model.Do(command));
        return model;
    }

    private static void Same(ReferenceFamily model, TestBooks books, DateOnly day, int? known)
    {
        var stamp = known switch { null => Stamp.Max, 0 => default, { } count => books.Lines[count - 1].RecordedAt };
        var view = new LedgerView(books.Snapshot, day, stamp);
        var moment = model.Ledger.At(day, known ?? model.Ledger.Count);
        foreach (var (from, to) in ReferenceFamily.Commitments)
        {
            var edge = books.Index($"{from}->{to}");
            Assert.Equal(
                (from, to, moment.Commitment(from, to), moment.PaidIn(from, to), moment.Distributed(from, to), moment.Unfunded(from, to),
                    moment.Callable(from, to), moment.Level(from, to)),
                (from, to, view.Commitment(edge), view.PaidIn(edge), view.Distributed(edge), view.Unfunded(edge), view.Callable(edge), view.LevelRolledForward(edge)));
        }

        foreach (var fund in ReferenceFamily.Funds) Assert.Equal((fund, moment.Cash(fund)), (fund, view.Cash(books.Node(fund))));
        foreach (var fund in ReferenceFamily.Holders) Assert.Equal(moment.Level(fund, "ACME"), view.LevelRolledForward(books.Index($"{fund}->ACME")));
        var figures = new ReferenceFigures(model, day, known);
        Assert.Equal(figures.Nav(), Fen(MotherFundNav.Of(view).Value));
        SameLeverage(figures.Leverage(), LeverageEngine.Whole(view));
    }

    private static void SameExposure(ReferenceFamily model, TestBooks books)
    {
        foreach (var day in new[] { DateOnly.MaxValue, new DateOnly(2023, 9, 30) })
        {
            var exposure = LookThrough.Of(new LedgerView(books.Snapshot, day, Stamp.Max));
            Assert.Equal(new ReferenceFigures(model, day).LookThrough(), Fen(exposure.Companies.SingleOrDefault()?.Value));
        }
    }

    private static void SameLeverage(Dictionary<string, (BigInteger Above, BigInteger Below)?> expected, LeverageRow actual)
    {
        Assert.Equal(5, actual.Ratios.Count);
        foreach (var ratio in actual.Ratios)
        {
            var name = ratio.Definition.Formula.ToString();
            var sides = expected[name];
            Assert.Equal((name, sides?.Above, sides?.Below), (name, Fen(ratio.Numerator.Value), Fen(ratio.Denominator.Value)));
            if (sides is not { } both || both.Below == 0) Assert.Null(ratio.Ratio.Value);
            else Assert.Equal((decimal)both.Above / (decimal)both.Below, ratio.Ratio.Require().Value);
        }
    }

    private static BigInteger? Fen(Money? money) => money?.MinorUnits;

    private static string Print(Commands.Drawn[] row)
    {
        var model = Opened(new ReferenceFamily());
        return Environment.NewLine + string.Join(Environment.NewLine, row.Select((drawn, i) =>
        {
            var command = Commands.Read(drawn, model, i);
            return $"{command} -> {string.Join(", ", model.Do(command))}";
        }));
    }
}
