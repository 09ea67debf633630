using FundTracker.Application.Users;
using FundTracker.Domain.Results;

namespace FundTracker.Web.Api;

/// <summary>Addresses for accounts.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("").WithTags("Users");
        users.Query<ListUsers.Query, IReadOnlyList<UserAccount>>("/users");
        users.Command<AddUser.Command, Done>("/users");
        users.Command<ChangeAccess.Command, Done>("/users/{name}/access");
        users.Command<SetPassword.Command, Done>("/users/{name}/password");
        users.Command<LockUser.Command, Done>("/users/{name}/lock");
        users.Command<ChangeOwnPassword.Command, Done>("/session/password");
    }
}
