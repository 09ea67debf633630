using System.Reflection;
using System.Text.RegularExpressions;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Figures;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Text;

/// <summary>Every refusal, reason, name and formula reads in both languages.</summary>
public sealed partial class TextsTests
{
    private static readonly Texts[] Both = [Texts.In("zh-CN"), Texts.In("en")];

    private static readonly Assembly[] Assemblies = [typeof(Money).Assembly, typeof(IDispatcher).Assembly];

    [Fact]
    public void Every_refusal_and_reason_has_a_sentence_that_names_only_what_it_carries()
    {
        var errors = Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => IsCatalogue(type.Name)).SelectMany(ErrorsOf).ToList();
        Assert.True(errors.Count > 80, $"Only {errors.Count} refusals were found.");
        foreach (var (error, texts) in errors.SelectMany(error => Both.Select(texts => (error, texts))))
        {
            var sentence = texts.Find(error.Code);
            Assert.True(sentence is not null, $"{error.Code} has no sentence in {texts.Language}.");
            var missing = Placeholder().Matches(sentence).Select(match => match.Groups["name"].Value).Except(error.Args.Select(arg => arg.Name));
            Assert.True(!missing.Any(), $"The sentence of {error.Code} in {texts.Language} names {string.Join(", ", missing)}.");
            Assert.DoesNotContain('{', texts.Sentence(error));
        }
    }

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Assert.Equal(Both[0].Keys.Order(StringComparer.Ordinal), Both[1].Keys.Order(StringComparer.Ordinal));
        Assert.All(Both.SelectMany(texts => texts.Keys.Select(key => texts[key])), text => Assert.NotEqual("", text.Trim()));
    }

    [Fact]
    public void Every_kind_state_and_role_has_a_name()
    {
        var enums = typeof(Money).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true }).Concat([typeof(Role), typeof(Channel)]);
        foreach (var (type, texts) in enums.SelectMany(type => Both.Select(texts => (type, texts))))
            Assert.All(Enum.GetNames(type), name => Assert.NotNull(texts.Find($"enum.{type.Name}.{name}")));
    }

    [Fact]
    public void Every_fact_has_a_name() =>
        Assert.All(Enum.GetValues<NodeKind>().SelectMany(FactRules.NamesFor), name => Assert.All(Both, texts => Assert.NotNull(texts.Find($"fact.{name}"))));

    [Fact]
    public void Every_fact_says_what_its_values_look_like_unless_they_are_listed()
    {
        var kinds = Enum.GetValues<NodeKind>();
        foreach (var name in kinds.SelectMany(FactRules.NamesFor).Concat(kinds.SelectMany(FactRules.FamiliesFor)).Distinct(StringComparer.Ordinal))
        {
            if (FactRules.FormOf(name) != name) continue;
            Assert.All(Both, texts => Assert.True(texts.FactForm(name) is not null, $"form.{name}"));
        }
    }

    [Fact]
    public void Every_fact_of_a_family_has_a_name_of_its_own()
    {
        var families = Enum.GetValues<NodeKind>().SelectMany(FactRules.FamiliesFor).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains(FactNames.LossTolerance, families);
        foreach (var (family, texts) in families.SelectMany(family => Both.Select(texts => (family, texts))))
        {
            Assert.NotNull(texts.Find($"fact.{family}"));
            var names = FactRules.PartsOf(family).Select(part => texts.Fact($"{family}:{part}")).ToList();
            Assert.All(names, name => Assert.DoesNotContain(':', name));
            Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [InlineData("zh-CN", "quorum>=2/3;majority>1/2", "commitment>=100000000,override,sealing")]
    [InlineData("en", "quorum>=2/3;majority>1/2", "commitment>=100000000,override,sealing")]
    public void A_wrong_rule_of_the_committee_is_refused_with_its_form_and_an_example_that_is_taken(string language, string rule, string need)
    {
        foreach (var (name, example) in new[] { (FactNames.CommitteeRule, rule), (FactNames.ResolutionNeeded, need) })
        {
            var refused = FactRules.Check(NodeKind.MotherFund, name, "by acclamation").Error;
            Assert.Contains(example, ErrorText.Render(refused, language), StringComparison.Ordinal);
            Assert.True(FactRules.Check(NodeKind.MotherFund, name, example).IsSuccess);
        }
    }

    [Fact]
    public void A_wrong_value_that_is_one_of_several_is_refused_with_those_there_are() =>
        Assert.Equal(
            "\"class of the fund\" has no value Gold. What it takes: Theme, Function, Angel.",
            ErrorText.Render(FactRules.Check(NodeKind.SubFund, FactNames.FundClass, "Gold").Error, "en"));

    [Fact]
    public async Task Every_formula_of_a_figure_and_every_part_in_its_trail_has_a_name()
    {
        await using var world = await Funded();
        var view = await world.View();
        var figures = (await world.Must(new GetFigures.Query(Mf, Day("2023-12-31")))).Funds.SelectMany(fund => fund.All)
            .Concat(FundTracker.Analytics.Leverage.LeverageEngine.AllRows(view).SelectMany(row => row.Ratios).Select(ratio => (IFigure)ratio.Ratio));
        foreach (var figure in figures.SelectMany(WithInputs))
        {
            Assert.All(Both, texts => Assert.True(texts.Find($"formula.{figure.Id.Formula}") is not null, $"formula.{figure.Id.Formula}"));
            Assert.All(figure.Trail.Inputs, input => Assert.All(Both, texts => Assert.True(texts.Find($"role.{input.Role}") is not null, $"role.{input.Role}")));
        }
    }

    [Theory]
    [InlineData("zh-CN", "催缴 1,234,567.80 元 超过可催缴余额 40.00 元（认缴 100.00 元）。")]
    [InlineData("en", "1,234,567.80 CNY is called, but only 40.00 CNY of the commitment of 100.00 CNY may still be called.")]
    public void A_sentence_prints_money_with_separators_and_its_unit(string language, string expected)
    {
        var error = CallErrors.AboveCallable(Yuan(1_234_567.8m), callable: Yuan(40m), commitment: Yuan(100m));
        Assert.Equal(expected, ErrorText.Render(error, language));
    }

    [Theory]
    [InlineData("zh-CN", "2023-06-30 所在的 2023Q2 已关账；更正请记在首个开放日 2023-07-01。")]
    [InlineData("en", "2023Q2, in which 2023-06-30 lies, is closed; the first open day is 2023-07-01.")]
    public void A_sentence_prints_dates_in_iso_form(string language, string expected) =>
        Assert.Equal(expected, ErrorText.Render(LedgerErrors.PeriodClosed(Day("2023-06-30"), Day("2023-07-01")), language));

    [Theory]
    [InlineData("zh-CN", "没有找到缴款通知：17。")]
    [InlineData("en", "No capital call found: 17.")]
    public void A_word_that_fills_a_place_is_looked_up_under_its_name(string language, string expected) =>
        Assert.Equal(expected, ErrorText.Render(PipelineErrors.NotFound("call", "17"), language));

    [Theory]
    [InlineData("zh-CN", "款项 2 金额：须大于零，现为 -1。")]
    [InlineData("en", "Items 2 Amount: must be above zero, is -1.")]
    public void A_field_within_a_list_is_counted_from_one(string language, string expected)
    {
        var error = new DomainError(InputErrors.NotPositive, ("field", "Items[1].Amount"), ("value", -1m));
        Assert.Equal(expected, ErrorText.Render(error, language));
    }

    [Fact]
    public void Values_of_facts_read_as_words()
    {
        Assert.Equal("主题", Both[0].FactValue(FactNames.FundClass, "Theme"));
        Assert.Equal("New energy", Both[1].FactValue(FactNames.Sector, "newEnergy"));
        Assert.Equal("社会资本, 管理人", Both[0].FactValue(FactNames.SocialKinds, "SocialCapital,Manager"));
        Assert.Equal("区内", Both[0].FactValue(FactNames.Location, "district"));
        Assert.Equal("2019", Both[0].FactValue(FactNames.VintageYear, "2019"));
        Assert.Equal(
            "逐个项目（美式）；门槛收益率 8.00 %，按年复利；追赶中管理人 100.00 %；业绩报酬 20.00 %；回拨：有，已纳税部分 25.00 % 除外",
            Both[0].FactValue(FactNames.CarryTerms, "DealByDeal;8;Annual;100;20;25"));
        Assert.Equal(
            "European (whole fund); preferred return 6.00 %, simple; catch-up to the manager none; carry 20.00 %; clawback: none",
            Both[1].FactValue(FactNames.CarryTerms, "European;6;Simple;0;20;"));
        Assert.Equal("leverage target Social / fiscal", Both[1].Fact("leverageTarget:SocialToFiscal"));
        Assert.Equal("Loss tolerance (%) Angel class", Both[1].Fact("lossTolerance:class:Angel"));
        Assert.Equal("exchange rate USD/CNY", Both[1].Fact("fx:USD/CNY"));
    }

    private static bool IsCatalogue(string name) =>
        name.EndsWith("Errors", StringComparison.Ordinal) || name.EndsWith("Reasons", StringComparison.Ordinal);

    private static IEnumerable<DomainError> ErrorsOf(Type catalogue)
    {
        const BindingFlags Ours = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var method in catalogue.GetMethods(Ours).Where(method => method.ReturnType == typeof(DomainError) && !method.IsGenericMethod))
        {
            var arguments = method.GetParameters().Select(parameter => Sample(parameter.ParameterType)).ToArray();
            if (!Array.Exists(arguments, argument => argument is FluentValidation.Results.ValidationFailure)) yield return (DomainError)method.Invoke(null, arguments)!;
        }

        foreach (var field in catalogue.GetFields(Ours).Where(field => field.IsLiteral))
            yield return new DomainError((string)field.GetRawConstantValue()!, ("field", "Amount"), ("value", 1m));
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "sample",
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(decimal) => 7.5m,
        _ when type == typeof(DateOnly) => Day("2023-06-30"),
        _ when type == typeof(Money) || type == typeof(object) => Yuan(7m),
        _ when type == typeof(Currency) => Currency.Cny,
        _ when type == typeof(StatedNav) => new StatedNav(Day("2023-06-30"), Yuan(7m)),
        _ when type == typeof(BilingualName) => BilingualName.Of("示例", "sample"),
        _ when type == typeof(RegistryEntryId) => new RegistryEntryId(7),
        _ when type == typeof(Quarter) => Quarter.Of(2023, 2),
        _ when type == typeof(Stamp) => Stamp.EndOf(Day("2023-06-30")),
        _ when type == typeof(FigureId) => new FigureId("tvpi", "MF"),
        _ when type == typeof(Domain.Policies.PolicyFile) => new Domain.Policies.PolicyFile(Domain.Policies.PolicyFileKind.Scheme, "own.json"),
        _ when type == typeof(DomainError) => LedgerErrors.ReasonMissing(),
        _ when type == typeof(FluentValidation.Results.ValidationFailure) => new FluentValidation.Results.ValidationFailure(),
        _ when type == typeof(IReadOnlyList<TrancheCondition>) => Array.Empty<TrancheCondition>(),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ => throw new InvalidOperationException($"No sample of {type}: name one here."),
    };

    private static IEnumerable<IFigure> WithInputs(IFigure figure) =>
        figure.Trail.Inputs.OfType<FigureInput>().SelectMany(input => WithInputs(input.Figure)).Prepend(figure);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();
}
