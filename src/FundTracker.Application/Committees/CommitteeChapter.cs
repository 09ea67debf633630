using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Imports;
using FundTracker.Application.Records;
using FundTracker.Application.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>
/// The demonstration's committee: a meeting in January 2026 that carried a resolution with a dissent and a condition, and one in April 2026
/// with its agenda, and a larger commitment that waits for a resolution. All are invented; they name no real body but the mother fund's own committee. It comes last, so that what it makes
/// wait for a resolution does not hold up the chapters before it.
/// </summary>
public sealed class CommitteeChapter : IDemoChapter
{
    private static readonly DateOnly Since = new(2025, 1, 1);

    /// <inheritdoc/>
    public int Place => 900;

    /// <inheritdoc/>
    public async Task<bool> IsTold(DemoTeller teller, CancellationToken cancellation)
    {
        var listed = await teller.As("committee1", new ListMeetings.Query(teller.Books, new DateOnly(2026, 3, 31)), cancellation);
        return listed.IsSuccess && listed.Value.Meetings.Count > 0;
    }

    /// <inheritdoc/>
    public Task<Result<Done>> Tell(DemoTeller teller, CancellationToken cancellation)
    {
        var tale = new Tale(teller, cancellation);
        return tale.Seat().Then(_ => tale.Past()).Then(_ => tale.Coming()).Then(_ => tale.Need());
    }

    private sealed class Tale(DemoTeller teller, CancellationToken cancellation)
    {
        private string Books => teller.Books;

        public async Task<Result<Done>> Seat() =>
            await As("approver1", new AppointMember.Command(Books, "committee1", CommitteeOffice.Chair, Since))
                .Then(_ => As("approver1", new AppointMember.Command(Books, "committee2", CommitteeOffice.Member, Since)))
                .Then(_ => As("approver1", new AppointMember.Command(Books, "committee3", CommitteeOffice.Member, Since)));

        public Task<Result<Done>> Past() => As("manager1", new CallMeeting.Command(Books, new DateOnly(2026, 1, 20), Zh("place")))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 1, Zh("report1"), En("report1"), MotionKind.Report)))
            .Then(_ => As("manager1", new BindPaper.Command(Books, 1, 1, "2025Q4")))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 1, Zh("motion"), En("motion"), MotionKind.Commitment, "LYF20",
                120_000_000m, TextZh: Zh("text"),
                TextEn: En("text"))))
            .Then(_ => As("manager1", new BindPaper.Command(Books, 1, 2, "2025Q4")))
            .Then(_ => As("committee1", new CastVote.Command(Books, 1, 2, Ballot.For, null, Zh("condition"))))
            .Then(_ => As("committee2", new CastVote.Command(Books, 1, 2, Ballot.For)))
            .Then(_ => As("committee3", new CastVote.Command(Books, 1, 2, Ballot.Against, Zh("dissent"))))
            .Then(_ => As("committee1", new DecideItem.Command(Books, 1, 1, [])))
            .Then(_ => As("committee1", new DecideItem.Command(
                Books, 1, 2, [new DecideItem.ConditionInput(Zh("condition"), "manager1", new DateOnly(2026, 3, 30), "committee1")])))
            .Then(_ => As("committee1", new CloseMeeting.Command(Books, 1)));

        public Task<Result<Done>> Coming() => As("manager1", new CallMeeting.Command(Books, new DateOnly(2026, 4, 21), Zh("place")))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 2, Zh("report2"), En("report2"), MotionKind.Report)))
            .Then(_ => As("manager1", new BindPaper.Command(Books, 2, 1, "2026Q1")))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 2, Zh("phase"), En("phase"), MotionKind.Other,
                TextZh: Zh("phaseText"), TextEn: En("phaseText"))));

        public async Task<Result<Done>> Need() =>
            await (await teller.As("manager1", new StateFact.Command(
                    Books, Books, FactNames.ResolutionNeeded, "commitment>=100000000,override", Since, Provenance.Illustrative), cancellation))
                .Then(voucher => As("approver1", new ApproveVoucher.Command(Books, voucher)))
                .Then(_ => As("manager1", new ChangeCommitment.Command(
                    Books, "LYF19", Books, CommitmentChange.Increase, 150_000_000m, new DateOnly(2026, 3, 27), Note: Zh("increase"))));

        private static string Zh(string key) => Texts.In("zh")["demo.committee." + key];

        private static string En(string key) => Texts.In("en")["demo.committee." + key];

        private async Task<Result<Done>> As<T>(string account, IRequest<Result<T>> request) =>
            (await teller.As(account, request, cancellation)).Map(_ => Done.Value);
    }
}
