using FundTracker.Application.Committees;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Committees;

/// <summary>A committee of three, committee1 in the chair, from 2023-01-03 on; a meeting on the day of the clock, 2024-01-02.</summary>
internal static class CommitteeWorld
{
    public const int Meeting = 1;

    public static Actor Committee2 { get; } = Actors.Of("committee2", Role.CommitteeMember);

    public static Actor Committee3 { get; } = Actors.Of("committee3", Role.CommitteeMember);

    public static async Task Seat(this World world)
    {
        foreach (var (account, office) in new[]
                 {
                     ("committee1", CommitteeOffice.Chair), ("committee2", CommitteeOffice.Member), ("committee3", CommitteeOffice.Member),
                 })
        {
            await world.Must(new AddUser.Command(account, "a long pass phrase", [Role.CommitteeMember]), Actors.Admin1);
            await world.Must(new AppointMember.Command(Mf, account, office, Start), Actors.Approver1);
        }

        foreach (var (account, role) in new[] { ("manager1", Role.FundManager), ("manager2", Role.FundManager), ("approver1", Role.Approver) })
            await world.Must(new AddUser.Command(account, "a long pass phrase", [role]), Actors.Admin1);
        await world.Must(new CallMeeting.Command(Mf, Day("2024-01-02"), "Room 1"));
    }

    public static async Task Needs(this World world, string needs)
    {
        await world.Seat();
        await world.Post(new StateFact.Command(Mf, Mf, FactNames.ResolutionNeeded, needs, Start));
    }

    public static async Task<int> Put(this World world, MotionKind kind, string? subject = null, decimal? amount = null) => (await world.Must(
        new PutOnAgenda.Command(Mf, Meeting, "议题", "Item", kind, subject, amount, TextZh: "同意。", TextEn: "Agreed."))).Item;

    public static Task Vote(this World world, Actor member, int item, Ballot ballot, string? words = null, string? condition = null) =>
        world.Must(new CastVote.Command(Mf, Meeting, item, ballot, words, condition), member);

    /// <summary>Two of three in favour, one against.</summary>
    public static async Task<DecideItem.Decided> Carry(this World world, int item)
    {
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Vote(Committee2, item, Ballot.For);
        await world.Vote(Committee3, item, Ballot.Against, "too early");
        return await world.Must(new DecideItem.Command(Mf, Meeting, item, []), Actors.Committee1);
    }

    /// <summary>The mother fund's evaluation of 2023, reviewed by two members and announced; the days for an objection run.</summary>
    public static async Task<EvaluationId> Announced(this World world)
    {
        var id = await world.Must(new OpenEvaluation.Command(Mf, Mf, "district", Year: 2023), Actors.Committee1);
        await world.Must(new HandInSelfReview.Command(Mf, Mf, id, [new SelfEntry("carrierOccupancy", "", "")]));
        foreach (var member in new[] { Actors.Committee1, Committee2 })
            await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", 0m, "")]), member);
        await world.Must(new AnnounceResult.Command(Mf, id), Actors.Committee1);
        return id;
    }

    /// <summary>The same, with its result accepted.</summary>
    public static async Task<EvaluationId> Settled(this World world)
    {
        var id = await world.Announced();
        await world.Must(new AcceptResult.Command(Mf, Mf, id));
        return id;
    }

    public static async Task<ItemCard> Item(this World world, int item) =>
        (await world.Must(new GetMeeting.Query(Mf, Meeting, Day("2024-01-02")))).Meeting.Items[item - 1];
}
