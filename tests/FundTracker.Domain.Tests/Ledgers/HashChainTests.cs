using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

public sealed class HashChainTests
{
    [Fact]
    public void Canonical_text_names_the_length_of_each_value() => Assert.Equal(
        "a=1:1;day=10:2023-06-30;none=0:;text=2:庐阳;flag=1:1;kind=2:10;at=6:123456;",
        HashChain.Canonical(
            ("a", 1L), ("day", new DateOnly(2023, 6, 30)), ("none", null), ("text", "庐阳"), ("flag", true), ("kind", LineKind.Contribution),
            ("at", new Stamp(123_456))));

    [Fact]
    public void No_value_can_pose_as_another_field() => Assert.NotEqual(
        HashChain.Canonical(("ref", "x;note=1:y"), ("note", "")),
        HashChain.Canonical(("ref", "x"), ("note", "y")));

    [Fact]
    public void What_has_no_canonical_text_is_an_error_that_names_its_type() => Assert.Contains(
        typeof(List<int>).ToString(), Assert.Throws<ArgumentException>(() => HashChain.Canonical(("list", new List<int>()))).Message,
        StringComparison.Ordinal);

    // Stored chains depend on this text and on these hashes: a test that fails here means that old ledgers no longer verify.
    [Fact]
    public void The_text_and_hash_of_a_line_stay_as_they_are()
    {
        var books = TestBooks.Of("2023-02-20 FIN->LUZHOU1 Contribution 60.00 call:7 fee reported at:2023-02-20T09:00:00Z note:首期");
        var line = books.Lines[0];
        Assert.Equal(
            "chain=1:1;seq=1:1;edge=3:101;kind=2:10;date=10:2023-02-20;at=16:1676883600000000;amount=4:6000;currency=3:CNY;impact=5:-6000;"
            + "purpose=1:2;inside=1:1;recallable=1:0;provenance=1:1;call=1:7;round=0:;voucher=0:;document=0:;reverses=0:;corrects=0:;"
            + "by=8:manager1;approved=9:approver1;ref=0:;note=2:首期;",
            line.CanonicalText());
        Assert.Equal("0c5fdeb256d5782c1f282e41f279ece2d58ce4ab0dc46d01e4e6b86caa72b440", Convert.ToHexStringLower(line.Hash));
    }

    [Fact]
    public void Invented_fields_of_a_printed_line_stand_in_its_text_behind_all_else_and_go_over_to_what_takes_it_back()
    {
        const string line = "2023-02-20 FIN->LUZHOU1 Contribution 60.00 reported at:2023-02-20T09:00:00Z";
        var (plain, marked) = (TestBooks.Of(line).Lines[0], TestBooks.Of(line + " invented:Day,Parties").Lines[0]);
        Assert.Equal(plain.CanonicalText() + "invented=1:5;", marked.CanonicalText());
        Assert.NotEqual(plain.Hash, marked.Hash);
        Assert.Equal(RecordFields.Day | RecordFields.Parties, marked.Reversal(marked.EffectiveDate, "slip", correctsClosed: false).Invented);
    }

    [Fact]
    public void The_text_and_hash_of_a_fact_without_an_approver_stay_as_they_are()
    {
        var fact = Sector(Signatures.Decision("manager1"));
        Assert.Equal(
            "chain=1:1;seq=1:1;subject=1:1;name=6:sector;value=3:新能源;from=10:2023-01-01;at=16:1672563600000000;by=8:manager1;provenance=1:2;",
            fact.CanonicalText());
        Assert.Equal("fe21e4e2cc5a1c130ead97d92d802ed47b66fb9591375ca97f3b8de1c263e89b", Convert.ToHexStringLower(fact.Hash));
    }

    [Fact]
    public void Who_approved_a_fact_stands_in_its_text_behind_what_it_says()
    {
        var decided = Sector(Signatures.Decision("manager1"));
        var approved = Sector(new Signatures("manager1", "approver1", new VoucherId(7)));
        Assert.Equal(decided.CanonicalText() + "approved=9:approver1;voucher=1:7;", approved.CanonicalText());
        Assert.NotEqual(decided.Hash, approved.Hash);
    }

    private static Fact Sector(Signatures signed) => Book.Open(new NodeId(1), 1).Record(
        [new FactDraft(new NodeId(1), FactNames.Sector, "新能源", new DateOnly(2023, 1, 1), Provenance.Illustrative)],
        Stamp.From(new DateTimeOffset(2023, 1, 1, 9, 0, 0, TimeSpan.Zero)), signed).Value[0];
}
