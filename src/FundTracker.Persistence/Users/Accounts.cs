using FundTracker.Application;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Users;

/// <summary>The accounts, kept by Identity; the same for the web and the command line.</summary>
public sealed class Accounts(UserManager<User> users, RoleManager<IdentityRole<long>> roles, IIdentitySource ids) : IUserAccounts
{
    private const string AllBooks = "*";

    /// <summary>A lock without an end: a whole second, because servers keep different parts of one.</summary>
    private static readonly DateTimeOffset ForEver = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Accounts of the demonstration, named by role, with the password that everyone sees.</summary>
    public static IReadOnlyList<DemoUser> Demo { get; } =
    [
        DemoOf("manager1", Role.FundManager), DemoOf("manager2", Role.FundManager), DemoOf("approver1", Role.Approver),
        DemoOf("committee1", Role.CommitteeMember), DemoOf("committee2", Role.CommitteeMember), DemoOf("committee3", Role.CommitteeMember),
        DemoOf("auditor1", Role.Auditor), DemoOf("admin1", Role.Administrator),
        new("subfund1", new Access([Role.SubFundManager], ["LUZHOU1"], "LYF12")),
    ];

    /// <summary>Makes the roles that are not there yet.</summary>
    public async Task AddRoles()
    {
        foreach (var name in Enum.GetNames<Role>())
        {
            if (await roles.RoleExistsAsync(name)) continue;
            var made = await roles.CreateAsync(new IdentityRole<long>(name) { Id = ids.Next() });
            if (!made.Succeeded) throw new InvalidOperationException(string.Join("; ", Errors(made)));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UserAccount>> List(CancellationToken cancellation)
    {
        var held = await HeldRoles(cancellation);
        var all = await users.Users.AsNoTracking().OrderBy(user => user.UserName).ToListAsync(cancellation);
        return [.. all.Select(user => AccountOf(user, held[user.Id]))];
    }

    /// <inheritdoc/>
    public async Task<UserAccount?> Find(string name, CancellationToken cancellation) =>
        await users.FindByNameAsync(name) is { } user ? AccountOf(user, await RolesOf(user)) : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DomainError>> Add(string name, string password, Access access) => Add(name, password, access, isDemo: false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DomainError>> Change(string name, Access access)
    {
        var user = await Known(name);
        (user.Books, user.SubFund) = (Written(access.Books), access.SubFund);
        var before = await users.GetRolesAsync(user);
        var after = access.Roles.Select(role => role.ToString()).ToHashSet(StringComparer.Ordinal);
        return await Steps(
            () => users.RemoveFromRolesAsync(user, before.Where(role => !after.Contains(role))),
            () => users.AddToRolesAsync(user, after.Except(before, StringComparer.Ordinal)),
            () => users.UpdateSecurityStampAsync(user));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DomainError>> SetPassword(string name, string password)
    {
        var user = await Known(name);
        foreach (var rule in users.PasswordValidators)
        {
            if (!(await rule.ValidateAsync(users, user, password)).Succeeded) return [UserErrors.WeakPassword()];
        }

        return await Steps(
            () => users.RemovePasswordAsync(user), () => users.AddPasswordAsync(user, password), () => users.UpdateSecurityStampAsync(user));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DomainError>> ChangePassword(string name, string before, string password)
    {
        var user = await Known(name);
        return await Steps(() => users.ChangePasswordAsync(user, before, password));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DomainError>> SetLocked(string name, bool locked)
    {
        var user = await Known(name);
        return await Steps(
            () => users.SetLockoutEnabledAsync(user, enabled: true),
            () => users.SetLockoutEndDateAsync(user, locked ? ForEver : null),
            () => users.UpdateSecurityStampAsync(user));
    }

    /// <summary>Adds the accounts of the demonstration that are not there yet.</summary>
    /// <exception cref="InvalidOperationException">Identity refuses one.</exception>
    public async Task AddDemo()
    {
        foreach (var account in Demo)
        {
            if (await users.FindByNameAsync(account.Name) is not null) continue;
            var refused = await Add(account.Name, DemoUser.Password, account.Access, isDemo: true);
            if (refused.Count > 0) throw new InvalidOperationException(string.Join("; ", refused));
        }
    }

    /// <summary>The actor that an account stands for, coming through a door; null where there is no such account or it is locked.</summary>
    public async Task<Actor?> ActorOf(string name, Channel channel)
    {
        if (await users.FindByNameAsync(name) is not { } user || IsLocked(user)) return null;
        var access = AccountOf(user, await RolesOf(user)).Access;
        return new Actor(
            user.UserName!, access.Roles.ToHashSet(), access.Books?.ToHashSet(StringComparer.OrdinalIgnoreCase), access.SubFund, channel);
    }

    private static DemoUser DemoOf(string name, Role role) => new(name, new Access([role], Books: null, SubFund: null));

    private static string Written(IReadOnlyList<string>? books) => books is null ? AllBooks : string.Join(',', books);

    private static bool IsLocked(User user) => user.LockoutEnd >= ForEver;

    private static UserAccount AccountOf(User user, IEnumerable<Role> held) => new(
        user.UserName!,
        new Access(
            [.. held.Order()],
            user.Books == AllBooks ? null : user.Books.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            user.SubFund),
        user.IsDemo,
        IsLocked(user));

    private static DomainError ErrorOf(IdentityError error, string? name) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => UserErrors.NameTaken(name ?? ""),
        nameof(IdentityErrorDescriber.InvalidUserName) => UserErrors.NameForm(name ?? ""),
        nameof(IdentityErrorDescriber.PasswordMismatch) => UserErrors.WrongPassword(),
        _ when error.Code.StartsWith("Password", StringComparison.Ordinal) => UserErrors.WeakPassword(),
        _ => UserErrors.Refused(error.Description),
    };

    private static IReadOnlyList<DomainError> Errors(IdentityResult result, string? name = null) =>
        [.. result.Errors.Select(error => ErrorOf(error, name)).DistinctBy(error => error.Code)];

    /// <summary>One step after another; the first that is refused ends the row. The command's transaction undoes those before it.</summary>
    private static async Task<IReadOnlyList<DomainError>> Steps(params Func<Task<IdentityResult>>[] steps)
    {
        foreach (var step in steps)
        {
            var result = await step();
            if (!result.Succeeded) return Errors(result);
        }

        return [];
    }

    private async Task<IReadOnlyList<DomainError>> Add(string name, string password, Access access, bool isDemo)
    {
        await AddRoles();
        var user = new User { Id = ids.Next(), UserName = name, Books = Written(access.Books), SubFund = access.SubFund, IsDemo = isDemo };
        var created = await users.CreateAsync(user, password);
        return created.Succeeded
            ? Errors(await users.AddToRolesAsync(user, access.Roles.Distinct().Select(role => role.ToString())))
            : Errors(created, name);
    }

    private async Task<User> Known(string name) =>
        await users.FindByNameAsync(name) ?? throw new InvalidOperationException($"The use case looked for {name} before.");

    private async Task<IReadOnlyList<Role>> RolesOf(User user) => [.. (await users.GetRolesAsync(user)).Select(Enum.Parse<Role>)];

    private async Task<ILookup<long, Role>> HeldRoles(CancellationToken cancellation)
    {
        var held = new List<(long User, Role Role)>();
        foreach (var role in await roles.Roles.AsNoTracking().ToListAsync(cancellation))
            held.AddRange((await users.GetUsersInRoleAsync(role.Name!)).Select(user => (user.Id, Enum.Parse<Role>(role.Name!))));
        return held.ToLookup(pair => pair.User, pair => pair.Role);
    }
}

/// <summary>An account of the demonstration.</summary>
/// <param name="Name">User name.</param>
/// <param name="Access">What it may do.</param>
public sealed record DemoUser(string Name, Access Access)
{
    /// <summary>The password of all of them, shown on the sign-in page.</summary>
    public const string Password = "Luyang-demo-2023";
}
