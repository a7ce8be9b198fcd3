package kr.dochak.care.answers;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CAR-3: what a customer's words are about, and whether they sound of danger or law. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TriageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            택배 언제 와요?                                        | DELIVERY_DELAY
            어제 온다더니 아직도 안 왔어요                         | DELIVERY_DELAY
            배송이 너무 늦네요                                     | DELIVERY_DELAY
            지금 물건이 어디쯤 있나요                              | DELIVERY_DELAY
            3일째 옥천에서 안 움직여요                             | DELIVERY_DELAY
            송장 조회가 그대로예요                                 | DELIVERY_DELAY
            이불이 안 왔어요                                       | DELIVERY_DELAY
            출고가 지연된다는데 언제 출발하나요                    | DELIVERY_DELAY
            오늘 못 받으면 안 되는데요                             | DELIVERY_DELAY
            배송완료라고 뜨는데 물건이 없어요                      | LOST
            배송 완료 문자만 오고 택배를 못 받았어요               | LOST
            아직 못 받았는데 배송완료로 나와요                     | LOST
            택배가 분실된 것 같아요                                | LOST
            문 앞에 둔 상자가 없어졌어요                           | LOST
            받은 적이 없어요                                       | LOST
            기사님이 잃어버렸다고 하네요                           | LOST
            유리컵이 깨져서 왔어요                                 | DAMAGED
            박스가 다 찌그러졌고 제품도 부서졌어요                 | DAMAGED
            샴푸가 새서 다 젖었어요                                | DAMAGED
            상자가 찢겨 있어요                                     | DAMAGED
            받자마자 고장이네요                                    | DAMAGED
            파손됐는데 교환해 주세요                               | DAMAGED
            깨진 채로 왔어요 환불해 주세요                         | DAMAGED
            배송지를 잘못 적었어요                                 | ADDRESS_CHANGE
            주소 변경하고 싶어요                                   | ADDRESS_CHANGE
            동호수가 틀렸어요 고쳐 주세요                          | ADDRESS_CHANGE
            주소를 회사로 바꿔 주세요                              | ADDRESS_CHANGE
            이사를 해서 새 집으로 보내 주실 수 있나요              | ADDRESS_CHANGE
            경비실에 맡겨 주세요                                   | ADDRESS_CHANGE
            주문 취소해 주세요                                     | CANCEL
            배송이 늦어서 그냥 취소할게요                          | CANCEL
            주소를 잘못 적어서 취소하고 다시 주문할게요            | CANCEL
            아직 출고 전이면 취소 가능한가요                       | CANCEL
            반품하고 싶어요                                        | RETURN
            반품 수거는 언제 오나요                                | RETURN
            마음에 안 들어서 돌려보내려고요                        | RETURN
            교환 말고 반품할게요                                   | RETURN
            사이즈가 작아서 교환하려고요                           | EXCHANGE
            다른 상품이 왔어요                                     | EXCHANGE
            검은색 시켰는데 다른 색이 왔네요                       | EXCHANGE
            오배송된 것 같습니다                                   | EXCHANGE
            사이즈 바꿔 주실 수 있어요?                            | EXCHANGE
            불량이라 교환 부탁드려요                               | EXCHANGE
            환불은 언제 되나요                                     | REFUND
            취소했는데 환불이 아직 안 됐어요                       | REFUND
            반품한 지 일주일인데 환불이 안 들어와요                | REFUND
            결제가 두 번 된 것 같아요 이중 결제요                  | REFUND
            배송이 아직도 안 와서 환불받고 싶어요                  | REFUND
            쿠폰 써서 주문했는데 환불해 주세요                     | REFUND
            쿠폰이 적용이 안 돼요                                  | COUPON
            적립금이 아직 안 들어왔어요                            | COUPON
            쿠폰이 없어졌어요                                      | COUPON
            포인트는 어떻게 쓰나요                                 | COUPON
            할인코드 입력하는 곳이 어디예요                        | COUPON
            영수증 발급해 주세요                                   | ETC
            안녕하세요                                             | ETC
            매장 위치가 궁금해요                                   | ETC
            배송완료 사진 보고 싶어요                              | ETC
            """)
    void the_kind_of_trouble_is_read_from_the_words(String text, CaseType type) {
        assertThat(Triage.of(text).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            깨진 컵에 손을 베였어요                                | HIGH
            제품에서 연기가 났어요                                 | HIGH
            배터리가 폭발했어요                                    | HIGH
            충전하다 불이 났어요                                   | HIGH
            먹고 두드러기가 났어요                                 | HIGH
            아이가 다쳐서 응급실에 갔어요                          | HIGH
            손에서 피가 나요                                       | HIGH
            음식에서 벌레가 나왔어요                               | HIGH
            이물질이 들어 있어요                                   | HIGH
            소비자원에 신고하겠습니다                              | HIGH
            변호사와 이야기할게요                                  | HIGH
            법적으로 대응하겠습니다                                | HIGH
            고소할 거예요                                          | HIGH
            내용증명 보내겠습니다                                  | HIGH
            개인정보가 유출된 것 같아요                            | HIGH
            공정위에 제보합니다                                    | HIGH
            이불이 안 왔어요                                       | NORMAL
            환불이 나중에 되나요                                   | NORMAL
            고소한 견과류가 안 왔어요                              | NORMAL
            병원으로 배송해 주세요                                 | NORMAL
            배송 연기가 가능한가요                                 | NORMAL
            화상 카메라가 안 왔어요                                | NORMAL
            커피가 나왔는데 주문이 안 돼요                         | NORMAL
            인기가 폭발적이네요 재입고 언제 되나요                 | NORMAL
            너무 화가 나요 왜 이렇게 늦어요                        | NORMAL
            """)
    void CAR_4_words_of_safety_and_law_are_of_high_risk_and_no_others(String text, Urgency urgency) {
        assertThat(Triage.of(text).urgency()).isEqualTo(urgency);
    }
}
