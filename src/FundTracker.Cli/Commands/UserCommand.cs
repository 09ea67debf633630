using System.CommandLine;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Text;
using FundTracker.Application.Users;
using FundTracker.Cli.Composition;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands;

/// <summary><c>user add NAME --role R [--role R2] [--books CODES]</c>: adds an account; the password is read from the environment or asked for.</summary>
internal static class UserCommand
{
    private const string PasswordVariable = "FUNDTRACKER_PASSWORD";

    public static Command Build()
    {
        var name = new Argument<string>("name") { Description = "User name" };
        var roles = new Option<Role[]>("--role")
        {
            Description = $"One or more of {string.Join(", ", Enum.GetNames<Role>())}", DefaultValueFactory = _ => [Role.Administrator],
        };
        var books = new Option<string>("--books")
        {
            Description = "Codes of the mother funds in scope, separated by commas; * for all", DefaultValueFactory = _ => "*",
        };
        var subFund = new Option<string?>("--sub-fund") { Description = "Code of the only sub-fund that a SubFundManager sees" };
        var add = new Command("add", $"Add an account; the password comes from {PasswordVariable} or is asked for") { name, roles, books, subFund };
        add.SetAction(async (parsed, cancellation) =>
        {
            var language = parsed.GetValue(CommandLine.Language)!;
            var password = Environment.GetEnvironmentVariable(PasswordVariable) ?? Ask(language);
            if (string.IsNullOrEmpty(password)) return CommandLine.Refuse([new DomainError("cli.noPassword", ("variable", PasswordVariable))], language);
            var command = new AddUser.Command(
                parsed.GetValue(name)!, password, parsed.GetValue(roles)!, CodesIn(parsed.GetValue(books)!), parsed.GetValue(subFund));
            return await Send(command, parsed, cancellation);
        });
        return new Command("user", "Accounts") { add };
    }

    private static async Task<int> Send(AddUser.Command command, ParseResult parsed, CancellationToken cancellation)
    {
        var language = parsed.GetValue(CommandLine.Language)!;
        await using var host = CliHost.On(CommandLine.DatabaseOf(parsed));
        await host.Migrate(cancellation);
        var user = parsed.GetValue(CommandLine.As);
        if (await host.Administrator(user) is not { } actor)
            return CommandLine.Refuse([new DomainError("cli.noSuchUser", ("user", user!))], language);
        var added = await host.Dispatcher.Send(command, actor, cancellation);
        return added.IsSuccess ? 0 : CommandLine.Refuse(added.Errors, language);
    }

    private static string[]? CodesIn(string books) =>
        books == "*" ? null : books.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Ask(string language)
    {
        Console.Error.Write(Texts.In(language)["cli.password"] + " ");
        return Console.In.ReadLine();
    }
}
