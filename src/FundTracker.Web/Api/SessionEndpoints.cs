using FundTracker.Application.Pipeline;
using FundTracker.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FundTracker.Web.Api;

/// <summary>Signing in and out, and who is signed in.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").WithTags("Session");
        group.MapGet("", Read).WithSummary("Who is signed in, with roles and scope.");
        group.MapPost("", Open).AllowAnonymous().WithSummary("Signs in; the answer sets the session cookie.");
        group.MapDelete("", Close).WithSummary("Signs out.");
    }

    private static Session Read(HttpContext context)
    {
        var actor = Actors.From(context.User, Channel.Api);
        return new Session(actor.User, [.. actor.Roles.Order()], actor.Books is { } books ? [.. books.Order(StringComparer.Ordinal)] : null, actor.SubFund);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Open(Credentials credentials, IAccounts accounts) =>
        await accounts.SignIn(credentials.User, credentials.Password) == SignInOutcome.Success
            ? TypedResults.NoContent()
            : TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "session.refused");

    private static async Task<NoContent> Close(IAccounts accounts)
    {
        await accounts.SignOut();
        return TypedResults.NoContent();
    }

    /// <summary>User name and password.</summary>
    internal sealed record Credentials(string User, string Password);

    /// <summary>Who is signed in; books null means all mother funds.</summary>
    internal sealed record Session(string User, IReadOnlyList<Role> Roles, IReadOnlyList<string>? Books, string? SubFund);
}
