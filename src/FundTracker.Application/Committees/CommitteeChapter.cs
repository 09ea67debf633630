using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Imports;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>
/// The demonstration's committee: a meeting in January 2026 that carried a resolution with a dissent and a condition, and one in April 2026
/// with its agenda. Both are invented; they name no real body but the mother fund's own committee. It comes last, so that what it makes
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

        public Task<Result<Done>> Past() => As("manager1", new CallMeeting.Command(Books, new DateOnly(2026, 1, 20), "示例会议室（示例数据）"))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 1, "听取2025年第四季度运行情况汇报（示例）", "Report on the fourth quarter of 2025 (illustrative)", MotionKind.Report)))
            .Then(_ => As("manager1", new BindPaper.Command(Books, 1, 1, "2025Q4")))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 1, "对示例参股基金20追加认缴（示例）", "Further commitment to Sample participated fund 20 (illustrative)", MotionKind.Commitment, "LYF20",
                120_000_000m, TextZh: "同意对示例参股基金20追加认缴，总额不超过1.2亿元。",
                TextEn: "A further commitment to Sample participated fund 20 of CNY 120 million at most is agreed.")))
            .Then(_ => As("manager1", new BindPaper.Command(Books, 1, 2, "2025Q4")))
            .Then(_ => As("committee1", new CastVote.Command(Books, 1, 2, Ballot.For, null, "管理人须在3月底前报送未缴资金使用计划")))
            .Then(_ => As("committee2", new CastVote.Command(Books, 1, 2, Ballot.For)))
            .Then(_ => As("committee3", new CastVote.Command(Books, 1, 2, Ballot.Against, "已缴资金投放偏慢，追加宜待下一季度再议")))
            .Then(_ => As("committee1", new DecideItem.Command(Books, 1, 1, [])))
            .Then(_ => As("committee1", new DecideItem.Command(
                Books, 1, 2, [new DecideItem.ConditionInput("管理人须在3月底前报送未缴资金使用计划", "manager1", new DateOnly(2026, 3, 30), "committee1")])))
            .Then(_ => As("committee1", new CloseMeeting.Command(Books, 1)));

        public Task<Result<Done>> Coming() => As("manager1", new CallMeeting.Command(Books, new DateOnly(2026, 4, 21), "示例会议室（示例数据）"))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 2, "听取2026年第一季度运行情况汇报（示例）", "Report on the first quarter of 2026 (illustrative)", MotionKind.Report)))
            .Then(_ => As("manager1", new BindPaper.Command(Books, 2, 1, "2026Q1")))
            .Then(_ => As("manager1", new PutOnAgenda.Command(
                Books, 2, "第四期出资条件未满足的处理（示例）", "The fourth phase, whose conditions are not met (illustrative)", MotionKind.Other,
                TextZh: "第四期出资待条件满足后再行通知。", TextEn: "The fourth phase is called once its conditions are met.")));

        public async Task<Result<Done>> Need() =>
            await (await teller.As("manager1", new StateFact.Command(
                    Books, Books, FactNames.ResolutionNeeded, "commitment>=100000000,override", Since, Provenance.Illustrative), cancellation))
                .Then(voucher => As("approver1", new ApproveVoucher.Command(Books, voucher)));

        private async Task<Result<Done>> As<T>(string account, IRequest<Result<T>> request) =>
            (await teller.As(account, request, cancellation)).Map(_ => Done.Value);
    }
}
