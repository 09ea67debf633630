using FundTracker.Application.Committees;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;

namespace FundTracker.Web.Api;

/// <summary>Addresses of the committee: its members, meetings, papers, votes, resolutions and their conditions.</summary>
internal static class CommitteeEndpoints
{
    public static void MapCommittee(this IEndpointRouteBuilder api)
    {
        var books = api.MapGroup("/books/{books}").WithTags("Committee");
        books.Query<ListMeetings.Query, ListMeetings.Answer>("/meetings");
        books.Query<GetCockpit.Query, GetCockpit.Answer>("/committee-cockpit");
        books.Command<AppointMember.Command, Done>("/committee-members");
        books.Query<ListConditionOwners.Query, IReadOnlyList<string>>("/condition-owners");
        books.Command<CallMeeting.Command, CallMeeting.Called>("/meetings");
        var meeting = books.MapGroup("/meetings/{meeting}");
        meeting.Query<GetMeeting.Query, GetMeeting.Answer>("");
        meeting.Command<CloseMeeting.Command, Done>("/closing");
        meeting.Command<PutOnAgenda.Command, PutOnAgenda.Placed>("/items");
        MapItems(meeting.MapGroup("/items/{item}"));
    }

    private static void MapItems(IEndpointRouteBuilder item)
    {
        item.Query<OpenPaper.Query, IReadOnlyList<PaperCheck>>("/papers");
        item.Command<BindPaper.Command, BindPaper.Bound>("/papers");
        item.Command<CastVote.Command, Done>("/votes");
        item.Command<DecideItem.Command, DecideItem.Decided>("/decision");
        item.Command<WithdrawItem.Command, Done>("/withdrawal");
        item.Command<FulfilCondition.Command, Done>("/conditions/{condition}/fulfilment");
        item.Command<AcceptCondition.Command, Done>("/conditions/{condition}/acceptance");
        item.Command<ReturnCondition.Command, Done>("/conditions/{condition}/return");
    }
}
