using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Tests.Ledgers;

public sealed class FactRulesTests
{
    [Theory]
    [InlineData(NodeKind.Investor, "investorKind", "SocialCapital")]
    [InlineData(NodeKind.Investor, "fiscalLevel", "District")]
    [InlineData(NodeKind.SubFund, "fundClass", "Angel")]
    [InlineData(NodeKind.SubFund, "fundStage", "Seed")]
    [InlineData(NodeKind.MotherFund, "legalForm", "Company")]
    [InlineData(NodeKind.SubFund, "fundStatus", "Pipeline")]
    [InlineData(NodeKind.SubFund, "vintageYear", "2023")]
    [InlineData(NodeKind.MotherFund, "targetSize", "5000000000")]
    [InlineData(NodeKind.PortfolioCompany, "sector", "newEnergy")]
    [InlineData(NodeKind.PortfolioCompany, "lifeCycleStage", "Mature")]
    [InlineData(NodeKind.PortfolioCompany, "location", "district")]
    [InlineData(NodeKind.MotherFund, "socialKinds", "SocialCapital,Financial")]
    [InlineData(NodeKind.SubFund, "notReported", "nav,paidIn")]
    [InlineData(NodeKind.MotherFund, "leverageTarget:SocialToFiscal", "4.5")]
    [InlineData(NodeKind.MotherFund, "fx:USD/CNY", "7.2258")]
    [InlineData(NodeKind.SubFund, "fundClass", "")]
    public void A_fact_that_fits_its_node_is_taken(NodeKind subject, string name, string value) =>
        Assert.True(FactRules.Check(subject, name, value).IsSuccess);

    [Theory]
    [InlineData(NodeKind.Investor, "colour", "red", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "leverageTarget:Other", "4.5", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "lossTolerance", "30", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "lossTolerance:class:Gold", "30", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "lossTolerance:class:Angel", "101", "fact.valueNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USD/USD", "1", "fact.nameNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USD-CNY", "7", "fact.nameNotKnown")]
    [InlineData(NodeKind.SubFund, "investorKind", "Fiscal", "fact.wrongSubject")]
    [InlineData(NodeKind.SubFund, "fx:USD/CNY", "7", "fact.wrongSubject")]
    [InlineData(NodeKind.Investor, "investorKind", "fiscal", "fact.valueNotKnown")]
    [InlineData(NodeKind.Investor, "investorKind", "1", "fact.valueNotKnown")]
    [InlineData(NodeKind.SubFund, "vintageYear", "23", "fact.valueNotKnown")]
    [InlineData(NodeKind.MotherFund, "targetSize", "-1", "fact.valueNotKnown")]
    [InlineData(NodeKind.MotherFund, "targetSize", "1,000", "fact.valueNotKnown")]
    [InlineData(NodeKind.MotherFund, "fx:USD/CNY", "0", "fact.valueNotKnown")]
    [InlineData(NodeKind.PortfolioCompany, "sector", "新能源", "fact.valueNotKnown")]
    [InlineData(NodeKind.PortfolioCompany, "carrier", "HUANCHENG", "fact.notByHand")]
    [InlineData(NodeKind.PortfolioCompany, "chainSegment", "hardware", "fact.valueNotKnown")]
    [InlineData(NodeKind.MotherFund, "socialKinds", "SocialCapital,", "fact.valueNotKnown")]
    public void A_fact_of_an_unknown_name_node_or_value_is_refused(NodeKind subject, string name, string value, string code) =>
        Assert.Equal(code, FactRules.Check(subject, name, value).Error.Code);

    [Fact]
    public void Every_part_of_a_family_that_is_listed_may_be_stated_of_a_mother_fund()
    {
        Assert.Equal(
            [FactNames.Evidence, FactNames.ExchangeRate, FactNames.LeverageTarget, FactNames.LossTolerance], FactRules.FamiliesFor(NodeKind.MotherFund));
        Assert.Empty(FactRules.FamiliesFor(NodeKind.PortfolioCompany));
        Assert.Contains("class:Angel", FactRules.PartsOf(FactNames.LossTolerance));
        foreach (var family in FactRules.FamiliesFor(NodeKind.MotherFund))
            Assert.All(FactRules.PartsOf(family), part => Assert.True(FactRules.Check(NodeKind.MotherFund, $"{family}:{part}", "30").IsSuccess, part));
    }

    [Fact]
    public void What_may_be_stated_of_a_company_is_listed() =>
        Assert.Equal(
            [FactNames.ChainSegment, FactNames.LifeCycleStage, FactNames.Listed, FactNames.Location, FactNames.Sector],
            FactRules.NamesFor(NodeKind.PortfolioCompany));
}
